import fc from 'fast-check';
import { MAX_ELEMENTS } from '../decision-event.js';
import { NEW_RULE_PLAYER } from '../rule-player.js';
import { compileCondition } from './compile-condition.js';
import type { Comparison } from './comparison.js';
import type { PropertyCondition } from './property.condition.js';

/** Why a condition does not hold for an event with these properties. */
function why(condition: PropertyCondition, properties: Record<string, unknown>): string | undefined {
  const check = compileCondition(condition, { rule: 'rule@0', stats: new Map() });
  return check({ eventId: 'e1', type: 'sold', playerId: 'anna', occurredAt: 0, properties }, NEW_RULE_PLAYER, 0);
}

const KIND = 'event.properties.items[].kind';
const items = (...kinds: readonly unknown[]) => ({ items: kinds.map((kind) => ({ kind })) });

describe('a condition over every element of a list', () => {
  it.each<[Comparison, unknown, Record<string, unknown>]>([
    ['eq', 'boss', items('imp', 'boss')],
    ['gt', 3, items('imp', 2, 4)],
    ['in', ['boss', 'elite'], items('imp', 'elite')],
    ['contains', 'oss', items('imp', 'boss')],
    ['contains', 'boss', items(['imp'], ['elite', 'boss'])],
    ['exists', true, { items: [{}, { kind: null }] }],
    ['ne', 'boss', items('imp', 'elite')],
    ['ne', 'boss', { items: [] }],
    ['ne', 'boss', {}],
    ['exists', false, { items: [{}, 'kind', null] }],
    ['exists', false, { items: { kind: 'boss' } }],
  ])('holds: %s %j of %j', (op, value, properties) => {
    expect(why({ property: KIND, op, value }, properties)).toBeUndefined();
  });

  it.each<[Comparison, unknown, Record<string, unknown>]>([
    ['eq', 'boss', items('imp')],
    ['eq', 'boss', { items: 'boss' }],
    ['eq', 'boss', {}],
    ['lt', 3, items('1', null, true)],
    ['ne', 'boss', items('imp', 'boss')],
    ['exists', true, { items: [{}, []] }],
    ['exists', false, { items: [{}, { kind: 0 }] }],
  ])('does not hold: %s %j of %j', (op, value, properties) => {
    expect(why({ property: KIND, op, value }, properties)).toMatch(
      /^event\.properties\.items\[\]\.kind .* does not hold$/,
    );
  });

  it('looks at elements that are values themselves, and into lists of lists', () => {
    expect(why({ property: 'event.properties.tags[]', op: 'eq', value: 'b' }, { tags: ['a', 'b'] })).toBeUndefined();
    const rounds = { rounds: [{ hits: [1, 2] }, { hits: [9] }, {}] };
    expect(why({ property: 'event.properties.rounds[].hits[]', op: 'gte', value: 9 }, rounds)).toBeUndefined();
    expect(why({ property: 'event.properties.rounds[].hits[]', op: 'gte', value: 10 }, rounds)).toBeDefined();
  });

  it('compares each with another property', () => {
    const condition: PropertyCondition = { property: KIND, op: 'eq', other: 'event.properties.wanted' };
    expect(why(condition, { ...items('imp', 'boss'), wanted: 'boss' })).toBeUndefined();
    expect(why(condition, items('imp', 'boss'))).toBeDefined();
  });

  it.each(['__proto__', 'constructor', 'toString'])('finds nothing at %s, which every element inherits', (name) => {
    const condition: PropertyCondition = { property: `event.properties.items[].${name}`, op: 'exists', value: true };
    expect(why(condition, { items: [{}, [], 'text', 1] })).toBeDefined();
    expect(why(condition, { items: [JSON.parse(`{"${name}":1}`)] })).toBeUndefined();
  });
});

describe('a list without end', () => {
  const many = (count: number, last: unknown) => items(...Array.from({ length: count }, () => 'imp'), last);

  it('is looked at so far, and is a miss that says so where nothing was found', () => {
    const condition: PropertyCondition = { property: KIND, op: 'eq', value: 'boss' };
    expect(why(condition, many(MAX_ELEMENTS - 1, 'boss'))).toBeUndefined();
    expect(why(condition, many(MAX_ELEMENTS, 'boss'))).toMatch(/ does not hold: event_too_large$/);
    expect(why({ ...condition, op: 'ne' }, many(MAX_ELEMENTS, 'imp'))).toMatch(/event_too_large$/);
    expect(why({ ...condition, op: 'ne', value: 'imp' }, many(MAX_ELEMENTS, 'imp'))).toMatch(/"imp" does not hold$/);
  });

  it('counts the elements of lists inside lists together', () => {
    let looked = 0;
    const inner = Array.from({ length: 100 }, () => ({
      get kind() {
        looked += 1;
        return 'imp';
      },
    }));
    const rooms = Array.from({ length: 1_000 }, () => ({ items: inner }));
    const condition: PropertyCondition = { property: 'event.properties.rooms[].items[].kind', op: 'eq', value: 'boss' };
    expect(why(condition, { rooms })).toMatch(/event_too_large$/);
    expect(looked).toBeLessThanOrEqual(MAX_ELEMENTS);
  });

  it('never makes a condition throw, whatever the event holds; eq and ne never hold together', () => {
    const properties = fc.dictionary(fc.constantFrom('items', 'x'), fc.anything());
    fc.assert(
      fc.property(properties, fc.anything(), (any, value) => {
        const both = (['eq', 'ne'] as const).map((op) => why({ property: KIND, op, value }, any));
        expect(both.filter((reason) => reason === undefined)).toHaveLength(1);
      }),
    );
  });
});
