import fc from 'fast-check';
import type { DecisionEvent } from '../decision-event.js';
import { NEW_RULE_PLAYER } from '../rule-player.js';
import { compileCondition } from './compile-condition.js';
import type { Comparison } from './comparison.js';
import type { PropertyCondition } from './property.condition.js';

function property(condition: PropertyCondition) {
  const check = compileCondition(condition, { rule: 'rule@0', stats: new Map() });
  return (event: DecisionEvent) => check(event, NEW_RULE_PLAYER, 0);
}

const eventWith = (properties: Record<string, unknown>): DecisionEvent => ({
  eventId: 'e1',
  type: 'played',
  playerId: 'anna',
  occurredAt: 0,
  properties,
});

const ABSENT = Symbol('absent');

/** Whether `x <op> value` holds for an event whose x is `actual`. */
function holds(op: Comparison, actual: unknown, value: unknown): boolean {
  const check = property({ property: 'event.properties.x', op, value });
  return check(eventWith(actual === ABSENT ? {} : { x: actual })) === undefined;
}

/** Whether `x <op> y` holds for an event with these two. */
function holdsBetween(op: Comparison, x: unknown, y: unknown): boolean {
  const check = property({ property: 'event.properties.x', op, other: 'event.properties.y' });
  return check(eventWith({ ...(x === ABSENT ? {} : { x }), ...(y === ABSENT ? {} : { y }) })) === undefined;
}

const COMPARISONS: Comparison[] = ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'in', 'contains', 'exists'];

describe('a comparison with a literal', () => {
  it.each<[Comparison, unknown, unknown]>([
    ['eq', 3, 3],
    ['eq', 'a', 'a'],
    ['eq', null, null],
    ['eq', false, false],
    ['eq', 0, -0],
    ['ne', 3, 4],
    ['ne', 3, '3'],
    ['ne', null, false],
    ['ne', ABSENT, 3],
    ['ne', ABSENT, null],
    ['gt', 4, 3],
    ['gt', Number.MAX_VALUE, 3],
    ['gte', 3, 3],
    ['gte', 4, 3],
    ['lt', 2, 3],
    ['lt', -1, 0],
    ['lte', 3, 3],
    ['lte', 2, 3],
    ['in', 'b', ['a', 'b']],
    ['in', null, [null]],
    ['in', 3, [1, 2, 3]],
    ['contains', 'football', 'ball'],
    ['contains', 'football', ''],
    ['contains', ['a', 'b'], 'b'],
    ['contains', [null], null],
    ['exists', 3, true],
    ['exists', null, true],
    ['exists', ABSENT, false],
  ])('holds: %s of %p and %p', (op, actual, value) => {
    expect(holds(op, actual, value)).toBe(true);
  });

  it.each<[Comparison, unknown, unknown]>([
    ['eq', 3, 4],
    ['eq', 3, '3'],
    ['eq', 1, true],
    ['eq', null, false],
    ['eq', [3], 3],
    ['eq', ABSENT, null],
    ['ne', 3, 3],
    ['ne', null, null],
    ['gt', 3, 3],
    ['gt', '4', 3],
    ['gt', true, 0],
    ['gt', null, -1],
    ['gt', [4], 3],
    ['gt', ABSENT, -1],
    ['gte', 2, 3],
    ['gte', null, 0],
    ['gte', ABSENT, 0],
    ['lt', 3, 3],
    ['lt', null, 1],
    ['lt', '2', 3],
    ['lt', ABSENT, 3],
    ['lte', 4, 3],
    ['lte', null, 0],
    ['lte', '', 0],
    ['lte', ABSENT, 0],
    ['in', 'c', ['a', 'b']],
    ['in', 3, ['3']],
    ['in', ['a'], ['a']],
    ['in', ABSENT, [null]],
    ['contains', 'football', 'Ball'],
    ['contains', '123', 2],
    ['contains', ['ab'], 'a'],
    ['contains', [1], '1'],
    ['contains', 123, 2],
    ['contains', { a: 1 }, 'a'],
    ['contains', null, null],
    ['contains', ABSENT, 'a'],
    ['exists', 3, false],
    ['exists', null, false],
    ['exists', ABSENT, true],
  ])('does not hold: %s of %p and %p', (op, actual, value) => {
    expect(holds(op, actual, value)).toBe(false);
  });

  it.each(['__proto__', 'constructor', 'toString', '__proto__.constructor'])(
    'finds nothing at %s, which every object inherits',
    (name) => {
      const exists = property({ property: `event.properties.${name}`, op: 'exists', value: true });

      expect(exists(eventWith({}))).toBeDefined();
    },
  );

  it('is never both equal and unequal, nor neither', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (actual, value) => {
        expect(holds('eq', actual, value)).toBe(!holds('ne', actual, value));
      }),
    );
  });

  it('never throws, whatever the event holds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COMPARISONS), fc.anything(), fc.anything(), (op, x, y) => {
        expect(typeof holds(op, x, y)).toBe('boolean');
        expect(typeof holdsBetween(op, x, y)).toBe('boolean');
      }),
    );
  });
});

describe('a comparison with another property', () => {
  it.each<[Comparison, unknown, unknown]>([
    ['eq', 2, 2],
    ['ne', 2, 3],
    ['gt', 3, 2],
    ['gte', 2, 2],
    ['lt', 2, 3],
    ['lte', 2, 2],
    ['in', 'a', ['a']],
    ['contains', ['a'], 'a'],
    ['ne', ABSENT, 2],
    ['ne', 2, ABSENT],
    ['ne', ABSENT, ABSENT],
  ])('holds: %s of %p and %p', (op, x, y) => {
    expect(holdsBetween(op, x, y)).toBe(true);
  });

  it.each<[Comparison, unknown, unknown]>([
    ['eq', 2, '2'],
    ['eq', ABSENT, 2],
    ['eq', 2, ABSENT],
    ['eq', ABSENT, ABSENT],
    ['gt', 3, ABSENT],
    ['gte', ABSENT, ABSENT],
    ['lt', ABSENT, 3],
    ['lte', ABSENT, ABSENT],
    ['in', ABSENT, ['a']],
    ['in', 'a', ABSENT],
    ['in', 'a', 'abc'],
    ['contains', ['a'], ABSENT],
    ['contains', 'undefined', ABSENT],
    ['contains', ABSENT, ABSENT],
  ])('does not hold: %s of %p and %p', (op, x, y) => {
    expect(holdsBetween(op, x, y)).toBe(false);
  });
});

describe('the reason that a comparison gives', () => {
  const reasonOf = (condition: PropertyCondition) => property(condition)(eventWith({}));

  it.each<[PropertyCondition, string]>([
    [{ property: 'event.properties.x', op: 'gt', value: 3 }, 'event.properties.x gt 3 does not hold'],
    [{ property: 'event.properties.x', op: 'eq', value: null }, 'event.properties.x eq null does not hold'],
    [{ property: 'event.properties.x', op: 'eq', value: false }, 'event.properties.x eq false does not hold'],
    [{ property: 'event.properties.x', op: 'in', value: ['a'] }, 'event.properties.x in ["a"] does not hold'],
    [
      { property: 'event.properties.x', op: 'lt', other: 'event.properties.y' },
      'event.properties.x lt event.properties.y does not hold',
    ],
  ])('says what was asked: %j', (condition, reason) => {
    expect(reasonOf(condition)).toBe(reason);
  });

  it('stays short, for it is stored with every event that the rule did not match', () => {
    const value = Array.from({ length: 1_000 }, (_, index) => `club-${index}`);

    expect(reasonOf({ property: 'event.properties.x', op: 'in', value })?.length).toBeLessThanOrEqual(300);
  });
});
