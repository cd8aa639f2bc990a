import type { StoredPlayer } from './player-store.js';

/** An active player of whom nothing is known but what is given. */
export const aStoredPlayer = (playerId: string, more: Partial<StoredPlayer> = {}): StoredPlayer => ({
  playerId,
  stats: new Map(),
  balances: new Map(),
  titles: [],
  items: {},
  profile: {},
  restriction: undefined,
  createdAt: Date.parse('2014-08-16T16:30:00Z'),
  updatedAt: Date.parse('2014-08-18T21:00:00Z'),
  ...more,
});
