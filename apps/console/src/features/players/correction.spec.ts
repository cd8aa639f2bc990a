import { correctableOf, differenceOf, nameOf, scaleOf } from './correction.js';

describe('a correction in a form', () => {
  it.each([
    ['by', 1_000, 2.5, 2, 250],
    ['by', 1_000, '-2.5', 2, -250],
    ['to', 1_000, 7.5, 2, -250],
    ['to', -30, 0, 0, 30],
    ['by', 0, 0.07, 2, 7],
    ['by', 1_000, 0, 2, undefined],
    ['to', 1_000, 10, 2, undefined],
    ['by', 1_000, '', 2, undefined],
    ['by', 1_000, '-', 2, undefined],
    ['by', 1_000, 1e15, 3, undefined],
  ] as const)('%s: of %d, with %s typed under a scale of %d, it is %s', (mode, before, typed, scale, difference) => {
    expect(differenceOf(mode, before, typed, scale)).toBe(difference);
  });

  it('is of one thing, which has a scale of its own', () => {
    const coins = { kind: 'balances', key: 'coins' } as const;
    expect(correctableOf(nameOf(coins))).toEqual(coins);
    const scales = { stats: { coins: 0 }, currencies: { coins: 2 }, sums: ['coins'] };
    expect(scaleOf(scales, coins)).toBe(2);
    expect(scaleOf(scales, { kind: 'stats', key: 'coins' })).toBe(0);
    expect(scaleOf(undefined, coins)).toBe(0);
  });
});
