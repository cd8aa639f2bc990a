import { feedId, readFeedRequest } from './feed-request.js';

const read = (more: Readonly<Record<string, unknown>>) =>
  readFeedRequest({ type: 'subscribe', topic: 'feed', ...more });

describe('what is asked of the feed', () => {
  it('is everything unless something is said', () => {
    const request = read({});
    expect(request).toEqual({ ok: true, value: { sample: 1, filter: {} } });
    expect(request.ok && feedId(request.value)).toBe('feed');
  });

  it('is named alike by all who ask for the same', () => {
    const [one, other] = [
      read({ filter: { statuses: ['late', 'failed'], playerId: 'a/b' }, sample: 0.5 }),
      read({ sample: 0.5, filter: { playerId: 'a/b', statuses: ['failed', 'late'] } }),
    ];
    expect(one.ok && feedId(one.value)).toBe('feed/{"playerId":"a/b","statuses":["failed","late"],"sample":0.5}');
    expect(one).toEqual(other);
  });

  it.each([
    [{ sample: 0 }, '/sample'],
    [{ sample: 2 }, '/sample'],
    [{ sample: '1' }, '/sample'],
    [{ filter: 'win' }, '/filter'],
    [{ filter: null }, '/filter'],
    [{ filter: { player: 'a' } }, '/filter'],
    [{ filter: { types: [] } }, '/filter/types'],
    [{ filter: { types: 'match_played' } }, '/filter/types'],
    [{ filter: { types: Array.from({ length: 21 }, () => 'a') } }, '/filter/types'],
    [{ filter: { statuses: ['duplicate'] } }, '/filter/statuses'],
    [{ filter: { playerId: '' } }, '/filter/playerId'],
    [{ filter: { rule: 7 } }, '/filter/rule'],
  ])('is refused where it cannot be: %j', (more, pointer) => {
    const request = read(more);
    expect(request).toMatchObject({ ok: false, error: { code: 'live.invalid_feed' } });
    expect(!request.ok && request.error.detail).toContain(`\`${pointer}\``);
  });
});
