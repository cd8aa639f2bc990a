import type { PlayerDocument } from '@laurel/contracts';
import type { StoredPlayer } from './player-store.js';

/** What reading a player needs of its document. */
export const PLAYER_PROJECTION = {
  playerId: 1,
  stats: 1,
  balances: 1,
  titles: 1,
  items: 1,
  profile: 1,
  restriction: 1,
  createdAt: 1,
  updatedAt: 1,
} as const;

export type FoundPlayer = Pick<PlayerDocument, '_id' | keyof typeof PLAYER_PROJECTION>;

export const toStoredPlayer = (player: FoundPlayer): StoredPlayer => ({
  playerId: player.playerId,
  stats: new Map(Object.entries(player.stats).map(([id, { value }]) => [id, value])),
  balances: new Map(Object.entries(player.balances)),
  titles: Object.keys(player.titles ?? {}).sort(),
  items: player.items ?? {},
  profile: player.profile ?? {},
  restriction: player.restriction,
  createdAt: player.createdAt,
  updatedAt: player.updatedAt,
});
