import { percentileOf } from './percentile.js';

describe('percentileOf', () => {
  it.each([
    [1, 1, 100],
    [1, 20, 100],
    [2, 20, 95],
    [20, 20, 5],
    [2, 3, 66.66],
    [2, 1_000_000, 99.99],
    [1_000_000, 1_000_000, 0],
  ])('rank %d of %d is at %d', (rank, total, percentile) => {
    expect(percentileOf(rank, total)).toBe(percentile);
  });
});
