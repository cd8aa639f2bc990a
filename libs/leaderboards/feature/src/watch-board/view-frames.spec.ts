import { withId } from '@laurel/platform-ws';
import { encodeSnapshot, subscriptionId } from './view-frames.js';

const TOP = { board: 'premier-league', window: '2014-15', view: { kind: 'top', limit: 20 } } as const;

describe('frames of a view', () => {
  it('name the view alike for everyone who watches it', () => {
    expect(subscriptionId(TOP)).toBe('leaderboard:premier-league/2014-15/top:20');
    expect(subscriptionId({ ...TOP, view: { kind: 'around', playerId: 'a/b:c', limit: 5 } })).toBe(
      'leaderboard:premier-league/2014-15/around:5:a/b:c',
    );
    expect(subscriptionId({ ...TOP, view: { kind: 'top', limit: 20, segment: 'country:DE' } })).toBe(
      'leaderboard:premier-league/2014-15/top:20/country:DE',
    );
  });

  it('are encoded once and still answer by id', () => {
    const state = { boardId: 'premier-league@1', window: '2014-15', warming: true, total: null, rows: [] };
    const shared = encodeSnapshot(TOP, { epoch: 'e', seq: 3 }, state);
    expect(withId(shared, undefined)).toBe(shared);
    expect(JSON.parse(withId(shared, 'a "quoted" id').toString())).toEqual({
      id: 'a "quoted" id',
      type: 'snapshot',
      subscription: 'leaderboard:premier-league/2014-15/top:20',
      topic: 'leaderboard:premier-league',
      window: '2014-15',
      epoch: 'e',
      seq: 3,
      total: null,
      entries: [],
      warming: true,
    });
  });
});
