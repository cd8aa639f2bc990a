import { eventOwnerOf, eventSearchOf } from './event-search.js';

describe('the search for events', () => {
  it('is nothing unless the address says something', () => {
    expect(eventSearchOf({ player: '', type: null, status: 'nonsense', other: 1 })).toEqual({});
    expect(eventOwnerOf({})).toEqual({});
  });

  it('is what the address says', () => {
    expect(eventSearchOf({ player: 7, type: ' goal ', status: 'failed' })).toEqual({
      player: '7',
      type: 'goal',
      status: 'failed',
    });
    expect(eventOwnerOf({ playerId: 42 })).toEqual({ playerId: '42' });
  });
});
