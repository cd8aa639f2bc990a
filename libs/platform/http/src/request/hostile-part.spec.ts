import { findHostilePart } from './hostile-part.js';

const named = (count: number): object => Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, i]));
const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

describe('what no input may hold', () => {
  it.each([
    ['a program as deep as one may be', { program: nested(64) }],
    ['texts of any script', { 名: ['⚽', 'a\u0000b'], empty: '', nothing: null, yes: true }],
    ['a thousand names', named(1_000)],
    ['long lists', { list: Array.from({ length: 10_000 }, (_, i) => i) }],
  ])('is not found in %s', (_case, value) => {
    expect(findHostilePart(value)).toBeUndefined();
  });

  it.each([
    ['levels', { a: nested(80) }, `/a${'/0'.repeat(79)}`, 'depth'],
    ['names', { a: [named(1_001)] }, '/a/0', 'maxProperties'],
  ])('is found where there are too many %s', (_case, value, path, rule) => {
    expect(findHostilePart(value)).toMatchObject({ path, rule });
  });
});
