import { readWatchRequest } from './watch-request.js';

const frame = (view: unknown, window?: unknown) => ({
  type: 'subscribe',
  view,
  ...(window === undefined ? {} : { window }),
});

describe('a request to watch a leaderboard', () => {
  it.each([
    [{ kind: 'top', limit: 1 }],
    [{ kind: 'top', limit: 100 }],
    [{ kind: 'around', playerId: 'chelsea', limit: 5 }],
    [{ kind: 'top', limit: 5, segment: 'country:DE' }],
    [{ kind: 'around', playerId: 'chelsea', limit: 5, segment: 'vip' }],
  ])('may ask for %j', (view) => {
    expect(readWatchRequest(frame(view, '2014-15'))).toEqual({ ok: true, value: { view, window: '2014-15' } });
    expect(readWatchRequest(frame(view))).toEqual({ ok: true, value: { view } });
  });

  it('keeps nothing that it does not know', () => {
    expect(readWatchRequest(frame({ kind: 'top', limit: 1, more: true }))).toEqual({
      ok: true,
      value: { view: { kind: 'top', limit: 1 } },
    });
  });

  it.each([
    ['no view', undefined],
    ['a view that is no object', 'top'],
    ['another kind', { kind: 'bottom', limit: 1 }],
    ['no limit', { kind: 'top' }],
    ['no rows', { kind: 'top', limit: 0 }],
    ['too many rows', { kind: 'top', limit: 101 }],
    ['half a row', { kind: 'top', limit: 1.5 }],
    ['a limit in words', { kind: 'top', limit: '20' }],
    ['a segment that is no text', { kind: 'top', limit: 5, segment: 5 }],
    ['a segment without a name', { kind: 'top', limit: 5, segment: '' }],
    ['no player', { kind: 'around', limit: 5 }],
    ['a player without an id', { kind: 'around', limit: 5, playerId: '' }],
    ['a player id beyond all bounds', { kind: 'around', limit: 5, playerId: 'x'.repeat(129) }],
  ])('is refused with %s', (_what, view) => {
    expect(readWatchRequest(frame(view))).toMatchObject({ ok: false, error: { code: 'leaderboards.invalid_view' } });
  });

  it('is refused with a window that is no key', () => {
    expect(readWatchRequest(frame({ kind: 'top', limit: 1 }, 7))).toMatchObject({ ok: false });
  });
});
