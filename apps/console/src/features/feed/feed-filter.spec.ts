import { feedOptionsOf, feedSearchOf } from './feed-filter.js';

describe('the filter of the feed', () => {
  it('is nothing unless the address says something', () => {
    expect(feedSearchOf({ types: '', sample: '1', other: 'x', player: null })).toEqual({});
    expect(feedOptionsOf({})).toEqual({});
  });

  it('is what the address says', () => {
    const search = feedSearchOf({ types: 'goal, match_played', player: 7, statuses: 'failed,nonsense', sample: 0.1 });
    expect(search).toEqual({ types: 'goal, match_played', player: '7', statuses: 'failed,nonsense', sample: '0.1' });
    expect(feedOptionsOf(search)).toEqual({
      filter: { types: ['goal', 'match_played'], playerId: '7', statuses: ['failed'] },
      sample: 0.1,
    });
  });

  it('has only samples that can be chosen', () => {
    expect(feedSearchOf({ sample: '7' })).toEqual({});
    expect(feedSearchOf({ sample: 'all', rule: 'win' })).toEqual({ rule: 'win' });
  });
});
