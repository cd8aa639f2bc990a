import fc from 'fast-check';
import { Lags } from './lags.js';

describe('lags', () => {
  it('have no percentile where there are none', () => {
    expect(new Lags().percentile(0.5)).toBeNull();
  });

  it('have percentiles that are never too short, and at most a fifth too long', () => {
    const lengths = fc.array(fc.integer({ min: 2, max: 3_600_000 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(lengths, fc.constantFrom(0.5, 0.99, 1), (all, share) => {
        const lags = new Lags();
        for (const ms of all) lags.add(ms);
        const exact = [...all].sort((left, right) => left - right)[Math.ceil(share * all.length) - 1] ?? 0;
        const found = lags.percentile(share) ?? 0;
        expect(found).toBeGreaterThanOrEqual(exact - 1);
        expect(found).toBeLessThanOrEqual(exact * 1.2 + 1);
      }),
    );
  });

  it('are joined with others as they are stored', () => {
    const [one, other] = [new Lags(), new Lags()];
    one.add(10);
    one.add(-3);
    other.add(5_000, 8);
    other.join(one.toCounts());
    expect(other.percentile(0.1)).toBe(1);
    expect(other.percentile(0.5)).toBeGreaterThanOrEqual(5_000);
  });
});
