import { aTarget } from '../reading/board.builder.js';
import { type PageCursor, decodeCursor, encodeCursor, listName } from './page-cursor.js';

const CURSOR: PageCursor = { kind: 'after', key: { score: '-87', member: 'zzzzzzzzz😀 chelsea' } };

describe('a page cursor', () => {
  const list = listName(aTarget());
  const text = encodeCursor(list, CURSOR);

  it('is read by the list that gave it', () => {
    expect(decodeCursor(list, text)).toEqual({ ok: true, value: CURSOR });
  });

  it.each(['-inf', '+inf'])('holds the end %s', (score) => {
    const cursor: PageCursor = { kind: 'before', key: { score, member: '' } };
    expect(decodeCursor(list, encodeCursor(list, cursor))).toEqual({ ok: true, value: cursor });
  });

  it('goes in a query without escaping', () => {
    expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it.each([
    ['another board', aTarget({ key: 'bundesliga' })],
    ['another shape of the board', aTarget({ incarnation: 2 })],
    [
      'another window',
      aTarget({
        windows: [{ kind: 'season', key: '2014', start: '2014-08-01T00:00:00Z', end: '2015-06-01T00:00:00Z' }],
      }),
    ],
    ['another workspace', aTarget({}, 'ws_2')],
    ['a part of the board', { ...aTarget(), part: 'country:DE' }],
    ['the board with its rows written otherwise', aTarget({ numbering: 'dense' })],
  ])('is refused by %s', (_what, other) => {
    expect(decodeCursor(listName(other), text).ok).toBe(false);
  });

  it('is refused with any of its characters changed', () => {
    for (let index = 0; index < text.length; index += 1) {
      const changed = text.slice(0, index) + (text[index] === 'A' ? 'B' : 'A') + text.slice(index + 1);
      expect(decodeCursor(list, changed).ok).toBe(false);
    }
  });

  it.each(['', 'x', `${text}A`, `${text}=`, ` ${text}`, text.slice(0, -1), 'x'.repeat(5_000)])('is not %j', (other) => {
    expect(decodeCursor(list, other).ok).toBe(false);
  });
});
