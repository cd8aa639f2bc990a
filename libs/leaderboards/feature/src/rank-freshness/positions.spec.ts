import { parseProjected } from './positions.js';

describe('positions', () => {
  it('are read from the fields of the hash', () => {
    const { partitions, asOf } = parseProjected(['0', '1:42', 'asOf', '1700000000000', '11', 'repair:abc']);
    expect([...partitions]).toEqual([
      [0, { epoch: 1, offset: 42 }],
      [11, 'repairing'],
    ]);
    expect(asOf).toBe(1_700_000_000_000);
  });

  it('of a board that holds nothing are none', () => {
    expect(parseProjected([])).toEqual({ partitions: new Map(), asOf: null });
  });

  it('that nobody writes are a bug', () => {
    expect(() => parseProjected(['0', 'nonsense'])).toThrow('not a position');
  });
});
