import { growthPerSecond } from './samples.ts';

describe('growth of a counter', () => {
  it('is what it grew by per second', () => {
    const samples = [0, 500, 1_000, 1_500].map((atMs) => ({ atMs, value: 40 + atMs * 6 }));
    expect(growthPerSecond(samples, 0, 2_000)).toBeCloseTo(6_000);
  });

  it('hardly minds that it grows in steps', () => {
    const samples = Array.from({ length: 17 }, (_, index) => ({
      atMs: index * 500,
      value: Math.floor((index * 500 * 6) / 1_000) * 1_000,
    }));
    expect(Math.abs((growthPerSecond(samples, 0, 8_000) ?? 0) - 6_000)).toBeLessThan(120);
  });

  it('looks only between the two moments', () => {
    const samples = [
      { atMs: 0, value: 0 },
      { atMs: 1_000, value: 10 },
      { atMs: 2_000, value: 30 },
      { atMs: 3_000, value: 900 },
    ];
    expect(growthPerSecond(samples, 1_000, 2_000)).toBeCloseTo(20);
  });

  it('is unknown with a single sample', () => {
    expect(growthPerSecond([{ atMs: 0, value: 1 }], 0, 10)).toBeUndefined();
  });
});
