import { agoOf, aheadOf, instantOf } from './ago.js';

const now = new Date('2026-03-01T12:00:00Z');

describe('how long ago', () => {
  it.each([
    ['2026-03-01T12:00:00.400Z', 'now'],
    ['2026-03-01T11:59:15Z', '45 seconds ago'],
    ['2026-03-01T11:01:00Z', '59 minutes ago'],
    ['2026-03-01T15:30:00Z', 'in 3 hours'],
    ['2026-02-27T11:00:00Z', '2 days ago'],
    ['not a time', 'not a time'],
  ])('%s is %s', (at, expected) => {
    expect(agoOf(at, now)).toBe(expected);
  });

  it('has the date and time beside it', () => {
    expect(instantOf('2026-03-01T12:00:00Z')).toContain('2026');
    expect(instantOf('never')).toBe('never');
  });
});

describe('how far a clock is ahead', () => {
  const heardAt = Date.parse('2026-03-01T12:00:00Z');

  it.each([
    ['2026-03-08T12:00:00.300Z', 604_800_000],
    ['2014-08-16T12:00:00Z', -364_176_000_000],
    ['2026-03-01T11:59:59.700Z', 0],
    ['not a time', 0],
  ])('that says %s is %s ms', (said, ms) => {
    expect(aheadOf(said, heardAt)).toBe(ms);
  });
});
