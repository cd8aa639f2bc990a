import type { FeedEntry } from '@laurel/sdk';
import { KEPT_ROWS, NO_ROWS, paused, withBatch } from './feed-rows.js';

const entry = (eventId: string, more: Partial<FeedEntry> = {}): FeedEntry => ({
  eventId,
  type: 'match_played',
  playerId: 'arsenal',
  status: 'processed',
  occurredAt: '2014-08-16T14:00:00.000Z',
  decidedAt: '2014-08-16T16:00:00.000Z',
  effects: [],
  ...more,
});
const batch = (...ids: readonly string[]) => ({ outcomes: ids.map((id) => entry(id)), skipped: 0 });
const idsOf = (entries: readonly FeedEntry[]): readonly string[] => entries.map(({ eventId }) => eventId);

describe('rows of the feed', () => {
  it('have the newest first', () => {
    const rows = withBatch(withBatch(NO_ROWS, batch('a', 'b')), batch('c'));
    expect(idsOf(rows.entries)).toEqual(['c', 'b', 'a']);
  });

  it('have once what comes again, and both decisions of what failed at first', () => {
    const rows = withBatch(withBatch(NO_ROWS, batch('a', 'b')), batch('b', 'c'));
    expect(idsOf(rows.entries)).toEqual(['c', 'b', 'a']);
    const again = withBatch(rows, { outcomes: [entry('a', { decidedAt: '2014-08-16T17:00:00.000Z' })], skipped: 0 });
    expect(idsOf(again.entries)).toEqual(['a', 'c', 'b', 'a']);
  });

  it('are the latest thousand, and say how many were not sent', () => {
    const many = Array.from({ length: KEPT_ROWS + 5 }, (_, index) => `e${index}`);
    const rows = withBatch({ ...NO_ROWS, skipped: 3 }, { ...batch(...many), skipped: 4 });
    expect(rows.entries).toHaveLength(KEPT_ROWS);
    expect(rows.entries[0]?.eventId).toBe(many.at(-1));
    expect(rows.skipped).toBe(7);
  });

  it('stand still while paused, and go on with what came meanwhile', () => {
    const still = withBatch(paused(withBatch(NO_ROWS, batch('a')), true), batch('b', 'c'));
    expect(idsOf(still.entries)).toEqual(['a']);
    expect(idsOf(still.held)).toEqual(['c', 'b']);
    const going = paused(still, false);
    expect(idsOf(going.entries)).toEqual(['c', 'b', 'a']);
    expect(going.held).toEqual([]);
  });
});
