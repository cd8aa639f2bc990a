import type { EffectDefinition } from '@laurel/rules-domain';
import type { ProgramDocument, ReleasedProgram } from './program.js';
import { releaseProgram, toProgramDocument } from './release-program.js';
import { programProblems } from './validate-program.js';

const award = (currency: string, amount: number | string = 1): EffectDefinition => ({
  effect: 'award',
  currency,
  amount,
});

const program = (then: readonly EffectDefinition[], currencies?: ProgramDocument['currencies']): ProgramDocument => ({
  stats: [{ key: 'revenue', aggregation: 'sum', scale: 2 }],
  rules: then.length === 0 ? [] : [{ key: 'pay', on: ['sold'], then }],
  leaderboards: [],
  ...(currencies ? { currencies } : {}),
});

const publish = (...programs: ProgramDocument[]): ReleasedProgram | undefined =>
  programs.reduce<ReleasedProgram | undefined>(
    (previous, document, index) => releaseProgram(document, previous, index + 1),
    undefined,
  );

const problemsOf = (document: unknown, previous?: ReleasedProgram): string[] =>
  programProblems(document, previous).map(({ path, rule }) => `${path} ${rule}`);

const EUROS = { key: 'euros', scale: 2 };

describe('currencies of a program', () => {
  it('are whatever rules award where none is declared, without decimals', () => {
    const spends = program([award('coins', 3), { effect: 'spend', currency: 'coins', amount: 1 }]);

    expect(problemsOf(spends)).toEqual([]);
    expect(problemsOf({ ...spends, currencies: [] })).toEqual([]);
    expect(problemsOf(program([award('coins', 3.5)]))).toEqual(['/rules/0/then/0/amount scale']);
  });

  it('are all to be declared where one is', () => {
    const rules = [
      {
        key: 'pay',
        on: ['sold'],
        when: {
          all: [{ balance: 'gems', op: 'gte' as const, value: 1 }, { cel: 'player.balances.gems > 1' }],
        },
        then: [award('coins'), award('euros'), { effect: 'spend' as const, currency: 'gems', amount: 1 }],
      },
    ];

    expect(problemsOf({ ...program([]), rules, currencies: [EUROS] })).toEqual([
      '/rules/0/when/all/0/balance reference',
      '/rules/0/when/all/1/cel reference',
      '/rules/0/then/0/currency reference',
      '/rules/0/then/2/currency reference',
    ]);
    expect(problemsOf({ ...program([]), rules, currencies: [EUROS, { key: 'gems' }, { key: 'coins' }] })).toEqual([]);
  });

  it.each([
    [[{ key: 'euros', scale: 7 }], '/currencies/0/scale maximum'],
    [[{ key: 'euros', scale: -1 }], '/currencies/0/scale minimum'],
    [[{ key: 'euros', scale: 0.5 }], '/currencies/0/scale type'],
    [[{ key: 'euros', decimals: 2 }], '/currencies/0/decimals unknown'],
    [[EUROS, { key: 'gems' }, EUROS], '/currencies/2/key unique'],
  ])('%j are refused', (currencies, problem) => {
    expect(problemsOf({ ...program([]), currencies })).toEqual([problem]);
  });

  it.each<[Extract<EffectDefinition, { readonly effect: 'award' }>['amount'], string[]]>([
    [99.99, []],
    ['90071992547409.91', []],
    [99.995, ['/rules/0/then/0/amount scale']],
    ['99.995', ['/rules/0/then/0/amount scale']],
    ['90071992547409.92', ['/rules/0/then/0/amount scale']],
    [90_071_992_547_410, ['/rules/0/then/0/amount scale']],
  ])('with two decimals take %j: %j', (amount, problems) => {
    const paid = { effect: 'award', currency: 'euros', amount } as EffectDefinition;
    const recorded = { effect: 'record', stat: 'revenue', amount } as EffectDefinition;

    expect(problemsOf(program([paid], [EUROS]))).toEqual(problems);
    expect(problemsOf(program([recorded]))).toEqual(problems);
  });

  it('say why an amount is none', () => {
    const messages = [99.995, '90071992547409.92', 70_368_744_177_664.1].flatMap((amount) =>
      programProblems(program([award('euros', amount)], [EUROS])).map(({ message }) => message),
    );

    expect(messages).toEqual([
      'must be a number with at most 2 decimals; one of more than 15 digits must be text',
      'must be at most 2^53 − 1 units of its last decimal',
      'must be a number with at most 2 decimals; one of more than 15 digits must be text',
    ]);
  });

  it('come back from a release as they were written', () => {
    const written = program([award('euros')], [EUROS, { key: 'gems' }]);

    expect(toProgramDocument(releaseProgram(written, undefined, 1))).toEqual(written);
    expect(releaseProgram(program([]), undefined, 1)).not.toHaveProperty('currencies');
  });
});

describe('a count', () => {
  it('has no decimals', () => {
    const counted = { ...program([]), stats: [{ key: 'sales', aggregation: 'count', scale: 1 }] };

    expect(problemsOf(counted)).toEqual(['/stats/0/scale whole']);
  });
});

describe('the scale of a currency', () => {
  it('stays for good: no balance is ever read as something else', () => {
    const released = publish(program([award('euros')], [EUROS]));

    expect(problemsOf(program([award('euros')], [{ key: 'euros', scale: 3 }]), released)).toEqual([
      '/currencies/0/scale kept',
    ]);
    expect(problemsOf(program([award('euros')]), released)).toEqual(['/currencies kept']);
    expect(problemsOf(program([award('euros')], [EUROS]), released)).toEqual([]);
  });

  it('stays where the currency was gone for some releases', () => {
    const gone = publish(program([award('euros')], [EUROS]), program([]), program([award('coins')]));

    expect(gone?.retiredCurrencies).toEqual([EUROS]);
    expect(problemsOf(program([], [{ key: 'euros' }]), gone)).toEqual(['/currencies/0/scale kept']);
    expect(problemsOf(program([], [EUROS]), gone)).toEqual([]);
    expect(publish(program([award('euros')], [EUROS]), program([]), program([], [EUROS]))).not.toHaveProperty(
      'retiredCurrencies',
    );
  });

  it('is 0 for what was awarded without being declared', () => {
    const released = publish(program([award('coins')]));

    expect(problemsOf(program([award('coins')], [{ key: 'coins', scale: 2 }]), released)).toEqual([
      '/currencies/0/scale kept',
    ]);
    expect(problemsOf(program([award('coins')], [{ key: 'coins' }]), released)).toEqual([]);
  });
});
