import { newPlayer } from '@laurel/scoring-domain';
import { PlayerCache } from './player-cache.js';

const player = (id: string, now = 0) => newPlayer('ws_1', id, now);

function cacheOf(capacity: number, ...ids: string[]): PlayerCache {
  const cache = new PlayerCache(capacity);
  for (const id of ids) cache.set(id, player(id));
  return cache;
}

const held = (cache: PlayerCache, ...ids: string[]) => ids.filter((id) => cache.get(id) !== undefined);

describe('the player cache', () => {
  it('gives back the player that was put last under an id', () => {
    const cache = cacheOf(2, 'anna');
    const later = player('anna', 5);
    cache.set('anna', later);

    expect(cache.get('anna')).toBe(later);
    expect(cache.get('bea')).toBeUndefined();
  });

  it('lets the player longest untouched go when it is full', () => {
    expect(held(cacheOf(2, 'anna', 'bea', 'carl'), 'anna', 'bea', 'carl')).toEqual(['bea', 'carl']);
  });

  it('takes reading and writing for a touch', () => {
    const read = cacheOf(2, 'anna', 'bea');
    read.get('anna');
    read.set('carl', player('carl'));

    expect(held(read, 'anna', 'bea', 'carl')).toEqual(['anna', 'carl']);
    expect(held(cacheOf(2, 'anna', 'bea', 'anna', 'carl'), 'anna', 'bea', 'carl')).toEqual(['anna', 'carl']);
  });

  it('holds nobody when it has no room', () => {
    expect(held(cacheOf(0, 'anna'), 'anna')).toEqual([]);
  });
});
