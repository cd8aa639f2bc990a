import { RequestPace } from './request-pace.js';

describe('the pace of requests', () => {
  /** When each of so many requests goes out that are all wanted at once, ms. */
  const times = (pace: RequestPace, count: number, startMs: number): number[] =>
    Array.from({ length: count }, () => {
      const at = startMs + pace.waitMs(startMs);
      pace.sent(at);
      return at;
    });

  it('lets some go at once, and then one per interval', () => {
    expect(times(new RequestPace(3, 2), 6, 1_000)).toEqual([1_000, 1_000, 1_000, 1_002, 1_004, 1_006]);
  });

  it('is not slowed by what went out at that pace', () => {
    const pace = new RequestPace(1, 2);
    expect([0, 2, 4, 9].map((now) => times(pace, 1, now)[0])).toEqual([0, 2, 4, 9]);
  });

  it('saves no more than the first burst while nothing is wanted', () => {
    const pace = new RequestPace(2, 2);
    times(pace, 10, 0);
    expect(times(pace, 4, 100_000)).toEqual([100_000, 100_000, 100_002, 100_004]);
  });
});
