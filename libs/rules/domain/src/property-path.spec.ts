import type { DecisionEvent } from './decision-event.js';
import { ELEMENTS_PATH_PATTERN, PROPERTY_PATH_PATTERN, compilePath } from './property-path.js';

const eventWith = (json: string): DecisionEvent => ({
  eventId: 'e1',
  type: 'played',
  playerId: 'anna',
  occurredAt: 0,
  properties: JSON.parse(json) as Record<string, unknown>,
});

const read = (path: string, json: string): unknown => compilePath(`event.properties.${path}`)(eventWith(json));

describe('a property path', () => {
  it.each([
    ['a property', 'goals', '{"goals":3}', 3],
    ['a property of a property', 'match.home.goals', '{"match":{"home":{"goals":3}}}', 3],
    ['null as a value of its own', 'note', '{"note":null}', null],
    ['an element of a list by its index', 'list.1', '{"list":["a","b"]}', 'b'],
    ['an own property with the name of an inherited one', 'constructor', '{"constructor":7}', 7],
    ['an own property called __proto__', '__proto__.x', '{"__proto__":{"x":7}}', 7],
  ])('reads %s', (_, path, json, expected) => {
    expect(read(path, json)).toEqual(expected);
  });

  it.each([
    ['an absent property', 'goals', '{}'],
    ['a property of an absent one', 'match.goals', '{}'],
    ['a property of null', 'match.goals', '{"match":null}'],
    ['a property of a number', 'match.toFixed', '{"match":3}'],
    ['a property of a text', 'match.length', '{"match":"abc"}'],
  ])('finds nothing at %s', (_, path, json) => {
    expect(read(path, json)).toBeUndefined();
  });

  it.each([
    '__proto__',
    'constructor',
    'constructor.prototype',
    'toString',
    'valueOf',
    'hasOwnProperty',
    '__proto__.x',
  ])('never reaches the prototype by %s', (path) => {
    expect(read(path, '{}')).toBeUndefined();
    expect(read(`match.${path}`, '{"match":{}}')).toBeUndefined();
    expect(read(`list.${path}`, '{"list":[]}')).toBeUndefined();
  });
});

describe('the pattern of property paths', () => {
  const pattern = new RegExp(PROPERTY_PATH_PATTERN, 'u');

  it.each(['event.properties.goals', 'event.properties.a.b.c.d.e.f.g.h', 'event.properties.goals against'])(
    'takes %s',
    (path) => {
      expect(pattern.test(path)).toBe(true);
    },
  );

  it.each([
    '',
    'goals',
    'event.properties',
    'event.properties.',
    'event.properties..a',
    'event.properties.a.',
    'event.playerId',
    'player.properties.a',
    'event.properties.a.b.c.d.e.f.g.h.i',
    `event.properties.${'a'.repeat(65)}`,
    'event.properties.items[].kind',
    'event.properties.a[0]',
  ])('refuses %j', (path) => {
    expect(pattern.test(path)).toBe(false);
  });
});

describe('the pattern of paths into lists', () => {
  const pattern = new RegExp(ELEMENTS_PATH_PATTERN, 'u');

  it.each(['event.properties.goals', 'event.properties.items[].kind', 'event.properties.a[].b.c[]'])(
    'takes %s',
    (path) => {
      expect(pattern.test(path)).toBe(true);
    },
  );

  it.each([
    'event.properties[].a',
    'event.properties.[]',
    'event.properties.a[][]',
    'event.properties.a[0]',
    'event.properties.a[]b',
  ])('refuses %s', (path) => {
    expect(pattern.test(path)).toBe(false);
  });
});
