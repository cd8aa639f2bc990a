import { countOf, delayOf, pointsOf, rateOf, troublesOf } from './figures.js';
import { overviewSearchOf } from './overview-search.js';

const BUCKET = {
  start: '2026-11-20T12:00:00.000Z',
  events: 120,
  byStatus: { processed: 90, duplicate: 24, failed: 6 },
  refused: 2,
  lagMs: { p50: 40, p99: 210 },
  activePlayers: 12,
};

describe('figures of the overview', () => {
  it.each([
    [0, '0'],
    [9_999, '9,999'],
    [12_345, '12.3K'],
    [4_200_000, '4.2M'],
  ])('count %d as %s', (count, text) => expect(countOf(count)).toBe(text));

  it.each([
    [0, '0'],
    [0.0333, '0.033'],
    [12.34, '12'],
    [1_234.5, '1,230'],
  ])('say %d a second as %s', (rate, text) => expect(rateOf(rate)).toBe(text));

  it.each([
    [null, '–'],
    [42, '42 ms'],
    [1_260, '1.3 s'],
  ])('say a delay of %s ms as %s', (ms, text) => expect(delayOf(ms)).toBe(text));

  it('count as trouble what failed, is held back or was refused', () => {
    expect(troublesOf({ byStatus: { processed: 5, failed: 2, quarantined: 3 }, refused: 4 })).toBe(9);
  });

  it('become points per second', () => {
    expect(pointsOf([BUCKET], 60)).toMatchObject([
      { processed: 1.5, other: 0.5, failed: 6, quarantined: 0, refused: 2, p50: 40, p99: 210, players: 12 },
    ]);
  });

  it('are of an hour unless the address says a range that there is', () => {
    expect(overviewSearchOf({})).toEqual({});
    expect(overviewSearchOf({ range: '7d' })).toEqual({ range: '7d' });
    expect(overviewSearchOf({ range: '1y' })).toEqual({});
  });
});
