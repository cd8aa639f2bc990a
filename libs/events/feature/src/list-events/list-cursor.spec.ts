import type { EventFilter } from './event-listing.js';
import { decodeListCursor, encodeListCursor } from './list-cursor.js';

const POSITION = { decidedAt: 1_408_213_801_000, epoch: 2, partition: 11, offset: 90_071_992_547 };
const FILTER: EventFilter = { workspace: 'ws_1', playerId: 'arsenal', type: 'match_played', from: 1, to: 9 };

describe('a cursor of the list of events', () => {
  const text = encodeListCursor(FILTER, POSITION);

  it('is read by the list that gave it', () => {
    expect(decodeListCursor({ ...FILTER }, text)).toEqual(POSITION);
  });

  it('goes in a query without escaping', () => {
    expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it.each<[string, Partial<EventFilter>]>([
    ['workspace', { workspace: 'ws_2' }],
    ['player', { playerId: 'chelsea' }],
    ['player, or none', { playerId: undefined }],
    ['type', { type: 'other' }],
    ['status', { status: 'failed' }],
    ['begin', { from: undefined }],
    ['end', { to: 10 }],
  ])('is refused by a list of another %s', (_what, other) => {
    expect(decodeListCursor({ ...FILTER, ...other }, text)).toBeUndefined();
  });

  it('is refused with any of its characters changed', () => {
    for (let index = 0; index < text.length; index += 1) {
      const changed = text.slice(0, index) + (text[index] === 'A' ? 'B' : 'A') + text.slice(index + 1);
      expect(decodeListCursor(FILTER, changed)).toBeUndefined();
    }
  });

  it.each(['', 'x', `${text}A`, `${text}=`, ` ${text}`, text.slice(0, -1), 'x'.repeat(5_000)])('is not %j', (other) => {
    expect(decodeListCursor(FILTER, other)).toBeUndefined();
  });
});
