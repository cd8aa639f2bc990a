import fc from 'fast-check';
import type { DecisionEvent } from '../decision-event.js';
import type { EffectDefinition } from '../effects/effect.js';
import { NEW_RULE_PLAYER, type RulePlayer } from '../rule-player.js';
import { compileRules, judge } from '../rule.js';
import type { StatDefinition } from '../stat.js';
import type { BoostDefinition } from './boost-definition.js';
import { multiply } from './boosted.js';

const STATS: readonly StatDefinition[] = [
  { key: 'points', aggregation: 'sum', incarnation: 1 },
  { key: 'best', aggregation: 'max', incarnation: 1 },
  { key: 'wins', aggregation: 'count', incarnation: 1 },
];
const boost = (key: string, multiplier: number, more: Partial<BoostDefinition> = {}): BoostDefinition => ({
  key,
  from: '2026-05-01T00:00:00Z',
  to: '2026-05-04T00:00:00Z',
  multiplier,
  ...more,
});
const award = (amount: number, currency = 'coins'): EffectDefinition => ({ effect: 'award', currency, amount });
const record = (amount: number, stat = 'points'): EffectDefinition => ({ effect: 'record', stat, amount });

interface Setting {
  readonly rule?: string;
  readonly at?: string;
  readonly player?: RulePlayer;
  readonly properties?: DecisionEvent['properties'];
}

/** What a rule with these effects asks for under these boosts. */
function effectsOf(then: readonly EffectDefinition[], boosts: readonly BoostDefinition[], setting: Setting = {}) {
  const { rule = 'win', at = '2026-05-02T12:00:00Z', player = NEW_RULE_PLAYER, properties = {} } = setting;
  const rules = compileRules([{ key: rule, on: ['won'], then }], STATS, { boosts });
  const event = { eventId: 'e1', type: 'won', playerId: 'anna', occurredAt: Date.parse(at), properties };
  return judge(rules, event, player, 0).effects;
}

const amountsOf = (...args: Parameters<typeof effectsOf>) =>
  effectsOf(...args).map((effect) => ('code' in effect ? effect.code : 'amount' in effect && effect.amount));

describe('a boost', () => {
  it('multiplies what is awarded and recorded, and says what it made it of', () => {
    expect(effectsOf([award(10), record(-3)], [boost('may-days', 15_000)])).toEqual([
      { kind: 'award', rule: 'win', currency: 'coins', amount: 15, base: 10, boosts: ['may-days'] },
      { kind: 'record', rule: 'win', stat: 'points', amount: -4, base: -3, boosts: ['may-days'] },
    ]);
  });

  it.each([
    ['2026-04-30T23:59:59.999Z', 10],
    ['2026-05-01T00:00:00Z', 20],
    ['2026-05-03T23:59:59.999Z', 20],
    ['2026-05-04T00:00:00Z', 10],
  ])('goes by when the event happened: at %s it comes to %d', (at, amount) => {
    expect(amountsOf([award(10)], [boost('may-days', 20_000)], { at })).toEqual([amount]);
  });

  it.each([
    ['2026-05-02T19:59:00Z', 10],
    ['2026-05-02T20:00:00Z', 20],
    ['2026-05-03T20:00:00Z', 10],
  ])('may have hours of the week: at %s it comes to %d', (at, amount) => {
    const hours = [{ zone: 'UTC', days: ['sat' as const], from: '20:00', to: '22:00' }];

    expect(amountsOf([award(10)], [boost('nights', 20_000, { hours })], { at })).toEqual([amount]);
  });

  it('leaves no trace where it does not apply', () => {
    expect(effectsOf([award(10)], [boost('over', 20_000)], { at: '2026-06-01T00:00:00Z' })).toEqual([
      { kind: 'award', rule: 'win', currency: 'coins', amount: 10 },
    ]);
  });

  it('multiplies neither what is spent nor what is counted', () => {
    const then: EffectDefinition[] = [{ effect: 'spend', currency: 'coins', amount: 10 }, record(1, 'wins')];
    const rich = { ...NEW_RULE_PLAYER, balances: new Map([['coins', 10]]) };

    expect(effectsOf(then, [boost('may-days', 20_000)], { player: rich })).toEqual([
      { kind: 'spend', rule: 'win', currency: 'coins', amount: 10 },
      { kind: 'record', rule: 'win', stat: 'wins', amount: 1 },
    ]);
  });

  it('lets what it adds be spent by the same event', () => {
    const then: EffectDefinition[] = [award(10), { effect: 'spend', currency: 'coins', amount: 15 }];

    expect(amountsOf(then, [boost('may-days', 15_000)])).toEqual([15, 15]);
    expect(amountsOf(then, [])).toEqual(['rules.insufficient_funds']);
  });

  it.each<[string, BoostDefinition['scope'], (number | string)[]]>([
    ['its rules', { rules: ['win', 'draw'] }, [20, 20, 20, 20]],
    ['other rules', { rules: ['draw'] }, [10, 10, 10, 10]],
    ['a currency', { currencies: ['gems'] }, [10, 20, 10, 10]],
    ['a stat', { stats: ['best'] }, [10, 10, 10, 20]],
    ['a currency and a stat', { currencies: ['coins'], stats: ['points'] }, [20, 10, 20, 10]],
    ['a currency of another rule', { rules: ['draw'], currencies: ['coins'] }, [10, 10, 10, 10]],
    ['what holds', { when: { property: 'event.properties.home', op: 'eq', value: true } }, [20, 20, 20, 20]],
    ['what does not hold', { when: { stat: 'points', op: 'gte', value: 1 } }, [10, 10, 10, 10]],
  ])('may be for %s alone', (_, scope, amounts) => {
    const then = [award(10), award(10, 'gems'), record(10), record(10, 'best')];

    expect(amountsOf(then, [boost('some', 20_000, { scope })], { properties: { home: true } })).toEqual(amounts);
  });

  it('is refused where the amount leaves the safe integers, and other effects stand', () => {
    expect(effectsOf([award(Number.MAX_SAFE_INTEGER), award(1)], [boost('may-days', 20_000)])).toEqual([
      {
        kind: 'refused',
        rule: 'win',
        code: 'rules.boost_overflow',
        detail: '9007199254740991 coins with may-days is beyond 2^53 − 1',
      },
      { kind: 'award', rule: 'win', currency: 'coins', amount: 2, base: 1, boosts: ['may-days'] },
    ]);
  });
});

describe('several boosts', () => {
  it('multiply each other, and the product is rounded once', () => {
    // 5 × 1.5 × 1.5 is 11.25, and 5 × 1.1 × 1.1 is 6.05: rounded in between they would be 10 and 5.
    expect(amountsOf([award(3), award(5)], [boost('a', 15_000), boost('b', 15_000)])).toEqual([6, 11]);
    expect(amountsOf([award(5)], [boost('a', 11_000), boost('b', 11_000)])).toEqual([6]);
    expect(amountsOf([record(-5)], [boost('a', 11_000), boost('b', 11_000)])).toEqual([-6]);
  });

  it('take away what they added where they say so', () => {
    expect(amountsOf([award(7)], [boost('third', 3_333), boost('thrice', 30_000)])).toEqual([6]);
    expect(amountsOf([award(Number.MAX_SAFE_INTEGER)], [boost('half', 5_000), boost('twice', 20_000)])).toEqual([
      Number.MAX_SAFE_INTEGER,
    ]);
  });

  const factors = fc.uniqueArray(
    fc.record({ key: fc.stringMatching(/^[a-z]{1,6}$/), multiplier: fc.integer({ min: 1, max: 1_000_000 }) }),
    { minLength: 1, maxLength: 8, selector: ({ key }) => key },
  );

  it('come to the same in any order', () => {
    const shuffled = factors.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 0, max: 1_000_000 }), ([first, second], amount) => {
        const [left, right] = [first, second].map((list) =>
          effectsOf(
            [award(amount), record(-amount)],
            list.map(({ key, multiplier }) => boost(key, multiplier)),
          ),
        );
        expect(left).toEqual(right);
      }),
    );
  });

  it('come to the exact product without its fraction', () => {
    fc.assert(
      fc.property(factors, fc.maxSafeInteger(), (list, amount) => {
        const product = multiply(
          amount,
          list.map(({ key, multiplier }) => ({ key, multiplier: BigInt(multiplier) })),
        );
        const sign = amount < 0 ? -1n : 1n;
        const divisor = 10_000n ** BigInt(list.length);
        const exact = list.reduce((value, { multiplier }) => value * BigInt(multiplier), BigInt(amount)) * sign;
        const found = product * sign;
        expect(found * divisor <= exact && exact < (found + 1n) * divisor).toBe(true);
      }),
    );
  });
});
