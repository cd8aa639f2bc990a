import { countdownOf } from './countdown-of.js';

const NOW = Date.parse('2026-11-20T12:00:00Z');

describe('a countdown', () => {
  it.each([
    ['2026-11-23T15:30:00Z', '3 d 3 h'],
    ['2026-11-21T12:00:00Z', '1 d 0 h'],
    ['2026-11-21T11:59:59Z', '23:59:59'],
    ['2026-11-20T12:01:05Z', '0:01:05'],
    ['2026-11-20T12:00:00Z', 'over'],
    ['2026-11-19T12:00:00Z', 'over'],
  ])('to %s says %s', (end, says) => {
    expect(countdownOf(end, NOW)).toBe(says);
  });
});
