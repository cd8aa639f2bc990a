import { conditionInWords, summaryOf } from '../draft/summary.js';
import { fieldsBetween, inWords } from './fields.js';
import { problemTarget } from './problem-target.js';

describe('what differs between two values', () => {
  it('is named member by member, in lists too', () => {
    const before = { key: 'win', on: ['match_won'], then: [{ effect: 'record', amount: 3 }] };
    const after = { key: 'win', on: ['match_won', 'cup_won'], then: [{ effect: 'record', amount: 4 }], stop: true };

    expect(fieldsBetween(before, after)).toEqual([
      { path: '/on/1', before: undefined, after: 'cup_won' },
      { path: '/then/0/amount', before: 3, after: 4 },
      { path: '/stop', before: undefined, after: true },
    ]);
  });

  it('is nothing where only the order of members does', () => {
    expect(fieldsBetween({ a: 1, b: 2 }, { b: 2, a: 1 })).toEqual([]);
  });

  it('is read as it is written', () => {
    expect([inWords('text'), inWords(3), inWords(undefined)]).toEqual(['text', '3', '']);
  });
});

describe('a problem of a program', () => {
  const program = { rules: [{ key: 'win' }, { key: 'lose' }] };

  it('leads to the resource that it is in', () => {
    expect(problemTarget(program, '/rules/1/then/0/stat')).toMatchObject({
      kind: { path: 'rules' },
      key: 'lose',
      rest: '/then/0/stat',
    });
  });

  it('leads nowhere where it is of the whole', () => {
    expect(problemTarget(program, '')).toBeUndefined();
    expect(problemTarget(program, '/rules/7/key')).toBeUndefined();
  });
});

describe('a resource in a line', () => {
  it('says of a rule when it is asked, and what follows', () => {
    const rule = {
      key: 'win',
      on: ['match_won'],
      when: { all: [{ stat: 'wins', op: 'gte', value: 10 }, { not: { segment: 'vips' } }] },
      then: [{ effect: 'award', currency: 'coins', amount: { cel: '2 + 3' } }],
    };

    expect(summaryOf('rules', rule)).toBe('on match_won when wins gte 10 and not (in vips): award coins 2 + 3');
  });

  it('sets groups in groups in brackets', () => {
    const country = { attribute: 'country', op: 'eq', value: 'BR' };

    expect(conditionInWords({ all: [{ any: [country, { cel: 'now > 1' }] }, country] })).toBe(
      '(country eq BR or now > 1) and country eq BR',
    );
  });

  it('says of a reward what it gives', () => {
    expect(
      summaryOf('rewards', { key: 'chest', what: [{ currency: 'coins', amount: 500 }, { title: 'champion' }] }),
    ).toBe('500 coins, title champion');
  });
});
