import { LONGEST_CURSOR, decodeWaitingCursor, encodeWaitingCursor } from './quarantine-cursor.js';
import type { QuarantineFilter } from './quarantine.store.js';

const FILTER: QuarantineFilter = { workspace: 'ws_1', stat: 'points' };
const PLACE = { heldAt: 1_408_213_801_000, eventId: 'match-1', playerId: 'arsenal' };

describe('a cursor of what waits for a review', () => {
  const text = encodeWaitingCursor(FILTER, PLACE);

  it('is read by the list that gave it, whatever ids there are', () => {
    expect(decodeWaitingCursor({ ...FILTER }, text)).toEqual(PLACE);
    const strange = { ...PLACE, eventId: '🏆'.repeat(128), playerId: '"'.repeat(128) };
    const long = encodeWaitingCursor(FILTER, strange);
    expect(long.length).toBeLessThanOrEqual(LONGEST_CURSOR);
    expect(decodeWaitingCursor(FILTER, long)).toEqual(strange);
  });

  it.each<[string, Partial<QuarantineFilter>]>([
    ['workspace', { workspace: 'ws_2' }],
    ['player', { playerId: 'arsenal' }],
    ['type', { type: 'scored' }],
    ['stat', { stat: undefined }],
  ])('is refused by a list of another %s', (_, other) => {
    expect(decodeWaitingCursor({ ...FILTER, ...other }, text)).toBeUndefined();
  });

  it.each(['', 'x', `${text}A`, text.slice(0, -1), 'x'.repeat(5_000)])('is not %j', (other) => {
    expect(decodeWaitingCursor(FILTER, other)).toBeUndefined();
  });
});
