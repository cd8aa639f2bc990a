import { LatencyHistogram } from './latency-histogram.ts';

function summaryOf(latencies: readonly number[]) {
  const histogram = new LatencyHistogram();
  for (const ms of latencies) histogram.record(ms);
  return histogram.summary();
}

describe('a latency histogram', () => {
  it('gives the percentiles of what was recorded, to three digits', () => {
    const everyMsTo1000 = Array.from({ length: 1_000 }, (_, index) => index + 1);
    const { count, mean, p50, p99, max } = summaryOf(everyMsTo1000);
    expect(count).toBe(1_000);
    expect(mean).toBeCloseTo(500, -1);
    expect(p50).toBeCloseTo(500, -1);
    expect(p99).toBeCloseTo(990, -1);
    expect(max).toBeCloseTo(1_000, -1);
  });

  it('sees one slow request among a hundred and one in the maximum, not in the median', () => {
    const { p50, p99, max } = summaryOf([...Array.from({ length: 100 }, () => 2), 5_000]);
    expect(p50).toBeCloseTo(2, 2);
    expect(p99).toBeCloseTo(2, 2);
    expect(max).toBeCloseTo(5_000, -1);
  });

  it('tells fractions of a millisecond apart', () => {
    expect(summaryOf([0.25]).p50).toBeCloseTo(0.25, 3);
  });

  it('takes zero and what is beyond its range', () => {
    expect(summaryOf([0, 1e12]).count).toBe(2);
  });

  it('has nothing to tell when nothing was recorded', () => {
    expect(summaryOf([])).toEqual({ count: 0, mean: 0, p50: 0, p99: 0, max: 0 });
  });
});
