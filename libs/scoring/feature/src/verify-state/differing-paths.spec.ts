import { differingPaths } from './differing-paths.js';

describe('where two values differ', () => {
  it('is told by the deepest path', () => {
    expect(differingPaths({ a: { b: 1, c: 2 } }, { a: { c: 3, b: 1 } })).toEqual([
      { path: 'a.c', expected: '2', found: '3' },
    ]);
  });

  it('is nothing where only the order of members differs', () => {
    expect(differingPaths({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toEqual([]);
  });

  it('says what is absent, and of the whole', () => {
    expect(differingPaths({ a: 1 }, {})).toEqual([{ path: 'a', expected: '1', found: 'nothing' }]);
    expect(differingPaths(undefined, { a: 1 })).toEqual([{ path: '', expected: 'nothing', found: '{"a":1}' }]);
  });

  it('compares lists as a whole', () => {
    expect(differingPaths({ a: [1, 2] }, { a: [2, 1] })).toEqual([{ path: 'a', expected: '[1,2]', found: '[2,1]' }]);
  });

  it('names a few places, and cuts what is long', () => {
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`m${index}`, 'x'.repeat(500)]));

    const places = differingPaths(many, {});

    expect(places).toHaveLength(5);
    expect(places[0]?.expected.length).toBeLessThan(210);
  });
});
