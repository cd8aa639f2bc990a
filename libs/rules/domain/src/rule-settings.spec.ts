import fc from 'fast-check';
import type { DecisionEvent } from './decision-event.js';
import type { ReleasedRule } from './rule-definition.js';
import type { RuleMemory } from './rule-memory.js';
import { NEW_RULE_PLAYER, type RulePlayer } from './rule-player.js';
import { compileRules, judge } from './rule.js';

const event = (more: Partial<DecisionEvent> = {}): DecisionEvent => ({
  eventId: 'e1',
  type: 'played',
  playerId: 'anna',
  occurredAt: 0,
  properties: {},
  ...more,
});
const rule = (key: string, more: Partial<ReleasedRule> = {}): ReleasedRule => ({
  key,
  on: ['played'],
  then: [{ effect: 'record', stat: 'points', amount: 1 }],
  incarnation: 1,
  ...more,
});

/** Judges events at these times one after the other; which of them matched, and what is kept of the player at the end. */
function run(rules: readonly ReleasedRule[], times: readonly (string | number)[]) {
  const compiled = compileRules(rules);
  let player: RulePlayer = NEW_RULE_PLAYER;
  const matched = times.map((time) => {
    const now = typeof time === 'number' ? time : Date.parse(time);
    const { verdicts, memories } = judge(compiled, event(), player, now);
    if (memories) player = { ...player, rules: memories };
    return verdicts[0]?.matched;
  });
  return { matched, player };
}

const reasons = (rules: readonly ReleasedRule[], of: DecisionEvent, player = NEW_RULE_PLAYER, now = 0) =>
  judge(compileRules(rules), of, player, now).verdicts.map(({ rule: key, reason }) => [key, reason]);

describe('the order of rules', () => {
  it('is by priority, and that of the program among equals', () => {
    const rules = [rule('a'), rule('b', { priority: 5 }), rule('c', { priority: -1 }), rule('d', { priority: 5 })];
    expect(reasons(rules, event()).map(([key]) => key)).toEqual(['b', 'd', 'a', 'c']);
  });

  it('ends at a match of a rule that stops, and the others say so', () => {
    const rules = [rule('low'), rule('high', { priority: 1, stop: true })];
    expect(reasons(rules, event())).toEqual([
      ['high', undefined],
      ['low', 'rule high matched, and ends judging'],
    ]);
    const unmatched = rule('high', {
      priority: 1,
      stop: true,
      when: { property: 'event.properties.a', op: 'eq', value: 1 },
    });
    expect(reasons([rule('low'), unmatched], event())[1]).toEqual(['low', undefined]);
  });
});

describe('the active time of a rule', () => {
  const active = {
    from: '2024-05-01T00:00:00Z',
    to: '2024-06-01T00:00:00Z',
    hours: [{ zone: 'UTC', days: ['sat' as const] }],
  };

  it.each([
    ['2024-05-04T12:00:00Z', true],
    ['2024-05-05T12:00:00Z', false],
    ['2024-04-27T12:00:00Z', false],
    ['2024-06-01T00:00:00Z', false],
  ])('holds of an event of %s: %p', (at, expected) => {
    const [[, reason] = []] = reasons([rule('a', { active })], event({ occurredAt: Date.parse(at) }));
    expect(reason === undefined).toBe(expected);
  });
});

describe('a limit', () => {
  it('per day counts matches between the midnights of its zone', () => {
    const limits = [{ per: 'day' as const, times: 2, zone: 'Europe/Berlin' }];
    const times = ['2024-07-01T10:00Z', '2024-07-01T21:59Z', '2024-07-01T21:59Z', '2024-07-01T22:00Z'];
    expect(run([rule('a', { limits })], times).matched).toEqual([true, true, false, true]);
  });

  it('per week begins anew on Monday, per month on the first', () => {
    const times = ['2024-06-30T23:59Z', '2024-06-30T23:59Z', '2024-07-01T00:00Z', '2024-07-08T00:00Z'];
    expect(run([rule('a', { limits: [{ per: 'week', times: 1 }] })], times).matched).toEqual([true, false, true, true]);
    expect(run([rule('a', { limits: [{ per: 'month', times: 1 }] })], times).matched).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('holds together with others, and says which one is used up', () => {
    const limits = [
      { per: 'day' as const, times: 1 },
      { per: 'ever' as const, times: 2 },
    ];
    const times = ['2024-07-01T00:00Z', '2024-07-02T00:00Z', '2024-07-03T00:00Z'];
    const { matched, player } = run([rule('a', { limits })], times);
    expect(matched).toEqual([true, true, false]);
    expect(reasons([rule('a', { limits })], event(), player, Date.parse('2024-07-04T00:00Z'))).toEqual([
      ['a', 'its limit for a player, 2 in all, is used up'],
    ]);
  });

  it('is never exceeded, and never holds a match back that it has room for', () => {
    const day = 86_400_000;
    const steps = fc.array(fc.integer({ min: 0, max: day / 2 }), { maxLength: 40 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 4 }), (gaps, times) => {
        let now = 0;
        const at = gaps.map((gap) => (now += gap));
        const { matched } = run([rule('a', { limits: [{ per: 'day', times }] })], at);
        const perDay = new Map<number, number>();
        for (const [index, time] of at.entries()) {
          const used = perDay.get(Math.floor(time / day)) ?? 0;
          expect(matched[index]).toBe(used < times);
          perDay.set(Math.floor(time / day), used + 1);
        }
      }),
    );
  });
});

describe('a cooldown', () => {
  it('begins with a match, and not with what it held back', () => {
    expect(run([rule('a', { cooldownSeconds: 60 })], [0, 59_999, 60_000, 61_000]).matched).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});

describe('what rules keep of a player', () => {
  it('is nothing where none needs it', () => {
    expect(judge(compileRules([rule('a')]), event(), NEW_RULE_PLAYER, 5)).not.toHaveProperty('memories');
  });

  it('is small, and says when the rule matched', () => {
    const limits = [{ per: 'day' as const, times: 3 }];
    const { player } = run([rule('a', { limits, when: { any: [{ first_time: 'event' }] } })], ['1970-01-03T00:00Z']);
    expect(player.rules).toEqual(
      new Map<string, RuleMemory>([
        ['a@1', { times: 1, at: 172_800_000, periods: { day: { of: 2, times: 1 } }, seen: ['played'] }],
      ]),
    );
  });

  it('notes types that were seen though the rule did not match, and changes nothing the second time', () => {
    const rules = compileRules([rule('a', { when: { not: { first_time: 'event' } } })]);
    const { memories } = judge(rules, event(), NEW_RULE_PLAYER, 5);
    expect(memories).toEqual(new Map([['a@1', { times: 0, seen: ['played'] }]]));
    const again = judge(rules, event(), { ...NEW_RULE_PLAYER, ...(memories ? { rules: memories } : {}) }, 6);
    expect(again.verdicts).toMatchObject([{ matched: true }]);
  });

  it('loses the memories of rules that are no more with the next one that is written', () => {
    const player = { ...NEW_RULE_PLAYER, rules: new Map([['gone@1', { times: 1 }]]) };
    const { memories } = judge(compileRules([rule('a', { cooldownSeconds: 1 })]), event(), player, 5);
    expect([...(memories?.keys() ?? [])]).toEqual(['a@1']);
  });
});

describe('a rule that spends', () => {
  const buy = rule('buy', {
    then: [
      { effect: 'record', stat: 'swords', amount: 1 },
      { effect: 'spend', currency: 'coins', amount: { property: 'event.properties.price' } },
    ],
  });
  const pay = rule('pay', { priority: 1, then: [{ effect: 'award', currency: 'coins', amount: 5 }] });
  const rich = { ...NEW_RULE_PLAYER, balances: new Map([['coins', 10]]) };
  const effectsOf = (rules: readonly ReleasedRule[], price: unknown, player: RulePlayer = rich) =>
    judge(compileRules(rules), event({ properties: { price } }), player, 0).effects.map((effect) =>
      effect.kind === 'refused' ? effect.code : effect.kind,
    );

  it('has all of its effects where the wallet holds enough', () => {
    expect(effectsOf([buy], 10)).toEqual(['record', 'spend']);
  });

  it.each([
    ['it holds too little', 11, 'rules.insufficient_funds'],
    ['the amount is less than nothing', -1, 'rules.negative_spend'],
    ['there is no amount', 'ten', 'rules.amount_not_integer'],
  ])('has none where %s', (_, price, code) => {
    expect(effectsOf([buy], price)).toEqual([code]);
  });

  it('may spend what a rule before it awards, and not what one before it spent', () => {
    expect(effectsOf([pay, buy], 15)).toEqual(['award', 'record', 'spend']);
    expect(effectsOf([buy, { ...buy, key: 'again' }], 10)).toEqual(['record', 'spend', 'rules.insufficient_funds']);
  });

  it('leaves the funds as they were where it fails halfway', () => {
    const swap = rule('swap', {
      priority: 1,
      then: [
        { effect: 'spend', currency: 'coins', amount: 10 },
        { effect: 'spend', currency: 'gems', amount: 1 },
      ],
    });
    expect(effectsOf([swap, buy], 10)).toEqual(['rules.insufficient_funds', 'record', 'spend']);
  });

  it('neither counts nor stops others where it has no effect', () => {
    const once = { ...buy, limits: [{ per: 'ever' as const, times: 1 }], stop: true };
    const judged = judge(compileRules([once, rule('next')]), event({ properties: { price: 99 } }), rich, 0);
    expect(judged.verdicts).toEqual([
      { rule: 'buy', matched: true },
      { rule: 'next', matched: true },
    ]);
    expect(judged).not.toHaveProperty('memories');
  });
});
