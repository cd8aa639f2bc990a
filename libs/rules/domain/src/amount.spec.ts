import fc from 'fast-check';
import { type Amount, compileAmount, describeAmount } from './amount.js';
import type { DecisionEvent } from './decision-event.js';
import { NEW_RULE_PLAYER, type RulePlayer } from './rule-player.js';

const eventWith = (properties: Record<string, unknown>): DecisionEvent => ({
  eventId: 'e1',
  type: 'played',
  playerId: 'anna',
  occurredAt: 0,
  properties,
});

const amountOf = (amount: Amount, properties: Record<string, unknown> = {}, scale = 0) =>
  compileAmount(amount, { stats: new Map() }, scale)(eventWith(properties), NEW_RULE_PLAYER, 0);

const goals = { property: 'event.properties.goals' };

describe('an amount', () => {
  it('is a literal, whatever the event holds', () => {
    expect(amountOf(7)).toBe(7);
    expect(amountOf(-7)).toBe(-7);
  });

  it('is never −0', () => {
    expect(amountOf(-0)).toBe(0);
    expect(amountOf({ ...goals, negate: true }, { goals: 0 })).toBe(0);
  });

  it('is what a property says, or its negative', () => {
    expect(amountOf(goals, { goals: 3 })).toBe(3);
    expect(amountOf({ ...goals, negate: true }, { goals: 3 })).toBe(-3);
    expect(amountOf({ ...goals, negate: true }, { goals: -3 })).toBe(3);
  });

  it('is what an attribute of the player says, or its negative', () => {
    const anna = { ...NEW_RULE_PLAYER, profile: { attributes: { multiplier: 3, team: 'red', half: 0.5 } } };
    const of = (amount: Amount, player: RulePlayer = anna) =>
      compileAmount(amount, { stats: new Map() }, 0)(eventWith({}), player, 0);
    expect(of({ attribute: 'multiplier' })).toBe(3);
    expect(of({ attribute: 'multiplier', negate: true })).toBe(-3);
    for (const attribute of ['team', 'half', 'nothing', 'constructor']) expect(of({ attribute })).toBeUndefined();
    expect(describeAmount({ attribute: 'multiplier', negate: true })).toBe('−attribute multiplier');
    expect(of({ attribute: 'multiplier' }, NEW_RULE_PLAYER)).toBeUndefined();
  });

  it.each([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])('may be as far as %d', (value) => {
    expect(amountOf(goals, { goals: value })).toBe(value);
    expect(amountOf({ ...goals, negate: true }, { goals: value })).toBe(-value);
  });

  it.each([
    ['NaN', NaN],
    ['Infinity', Infinity],
    ['−Infinity', -Infinity],
    ['1e308', 1e308],
    ['2^53', 2 ** 53],
    ['−2^53', -(2 ** 53)],
    ['−0', -0],
    ['a fraction', 1.5],
    ['the smallest fraction', Number.MIN_VALUE],
    ['a text of digits', '3'],
    ['an empty text', ''],
    ['null', null],
    ['true', true],
    ['a list', [3]],
    ['an object', { valueOf: 3 }],
    ['nothing', undefined],
  ])('is refused when the property is %s', (_, value) => {
    expect(amountOf(goals, { goals: value })).toBeUndefined();
    expect(amountOf({ ...goals, negate: true }, { goals: value })).toBeUndefined();
  });

  it('is refused when the property is absent or inherited', () => {
    expect(amountOf(goals)).toBeUndefined();
    expect(amountOf({ property: 'event.properties.constructor.length' })).toBeUndefined();
  });

  it('is a safe integer or refused, for any value', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.double(), fc.maxSafeInteger()), fc.boolean(), (value, negate) => {
        const amount = amountOf({ ...goals, negate }, { goals: value });
        expect(amount === undefined || (Number.isSafeInteger(amount) && !Object.is(amount, -0))).toBe(true);
      }),
    );
  });

  it.each<[Amount, Record<string, unknown>]>([
    [99.99, {}],
    ['99.99', {}],
    [goals, { goals: 99.99 }],
    [goals, { goals: '99.99' }],
    [{ cel: 'event.properties.goals * 3' }, { goals: 33.33 }],
    [{ cel: 'round(event.properties.goals * 1.1, 2)' }, { goals: 90.9 }],
  ])('%j of %j is 9999 units under a scale of 2', (amount, properties) => {
    expect(amountOf(amount, properties, 2)).toBe(9_999);
  });

  it('keeps its sign under a scale', () => {
    expect(amountOf(-0.5, {}, 1)).toBe(-5);
    expect(amountOf({ ...goals, negate: true }, { goals: '0.5' }, 1)).toBe(-5);
    expect(amountOf({ ...goals, negate: true }, { goals: '0.0' }, 1)).toBe(0);
  });

  it.each([99.995, '99.995', '99.990', 1e15 + 0.5, '99,99', '', ' 1', '1e3', NaN, -0, 2 ** 53, true])(
    'is refused under a scale of 2 when the property is %p',
    (value) => {
      expect(amountOf(goals, { goals: value }, 2)).toBeUndefined();
    },
  );

  it('is refused, not rounded, where a formula comes to more decimals than the scale has', () => {
    expect(amountOf({ cel: '0.1 + 0.2' }, {}, 1)).toBeUndefined();
    expect(amountOf({ cel: 'round(0.1 + 0.2, 1)' }, {}, 1)).toBe(3);
  });

  it('describes itself as it is written', () => {
    expect([describeAmount(3), describeAmount(goals), describeAmount({ ...goals, negate: true })]).toEqual([
      '3',
      'event.properties.goals',
      '−event.properties.goals',
    ]);
  });
});
