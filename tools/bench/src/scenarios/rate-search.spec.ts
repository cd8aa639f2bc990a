import { type Attempt, highestSustained, nextRate } from './rate-search.ts';

/** Searches a system that keeps up with `capacity` events per second and manages `overloaded` when offered more. */
function search(capacity: number, first: number, overloaded = capacity): Attempt[] {
  const attempts: Attempt[] = [];
  for (let rate = nextRate(attempts, first); rate !== undefined; rate = nextRate(attempts, first)) {
    const isSustained = rate <= capacity;
    attempts.push({ offered: rate, scored: isSustained ? rate : overloaded, isSustained });
  }
  return attempts;
}

describe('the search for the highest sustained rate', () => {
  it.each([
    [8_000, 4_000],
    [2_500, 4_000],
    [900, 4_000],
    [30_000, 4_000],
    [4_000, 4_000],
  ])('finds a capacity of %d from %d', (capacity, first) => {
    const attempts = search(capacity, first);
    const found = highestSustained(attempts) ?? 0;
    expect(found).toBeLessThanOrEqual(capacity);
    expect(found).toBeGreaterThan(capacity / 1.15);
    expect(attempts.length).toBeLessThanOrEqual(10);
  });

  it('is not misled by a system that manages less when overloaded', () => {
    const found = highestSustained(search(5_000, 12_000, 2_000)) ?? 0;
    expect(found).toBeGreaterThan(4_400);
  });

  it('trusts no rate above one that failed', () => {
    const attempts = [
      { offered: 4_000, scored: 4_000, isSustained: true },
      { offered: 6_000, scored: 5_000, isSustained: false },
      { offered: 8_000, scored: 8_000, isSustained: true },
    ];
    expect(highestSustained(attempts)).toBe(4_000);
  });

  it('ends where nothing can be sustained', () => {
    expect(highestSustained(search(0, 1_000))).toBeUndefined();
  });

  it('tries each rate once', () => {
    const rates = search(7_300, 4_000).map(({ offered }) => offered);
    expect(new Set(rates).size).toBe(rates.length);
  });
});
