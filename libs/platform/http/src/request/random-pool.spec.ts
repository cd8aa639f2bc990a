import { pooledRandomBytes } from './random-pool.js';

describe('pooled random bytes', () => {
  it('are as many as asked for and never the same, across refills of the pool', () => {
    const drawn = Array.from({ length: 2_000 }, () => Buffer.from(pooledRandomBytes(10)).toString('hex'));
    expect(drawn.every((text) => text.length === 20)).toBe(true);
    expect(new Set(drawn).size).toBe(2_000);
  });
});
