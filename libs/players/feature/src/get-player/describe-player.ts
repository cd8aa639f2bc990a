import { toIso } from '@laurel/kernel';
import { type StatDefinition, statId } from '@laurel/rules-domain';
import type { PlayerDto } from './get-player.dto.js';
import type { StoredPlayer } from './player-store.js';

/**
 * A player as clients see it.
 *
 * @param definitions of the stats that are shown. A stat in a new shape has a new id: the values of the old one are history, not
 *   this player's stat
 */
export function describePlayer(player: StoredPlayer, definitions: readonly StatDefinition[]): PlayerDto {
  const { playerId, profile, restriction, balances, createdAt, updatedAt } = player;
  const stats = definitions.flatMap((stat): [string, number][] => {
    const value = player.stats.get(statId(stat));
    return value === undefined ? [] : [[stat.key, value]];
  });
  return {
    playerId,
    ...(profile.name === undefined ? {} : { name: profile.name }),
    ...(profile.avatarUrl === undefined ? {} : { avatarUrl: profile.avatarUrl }),
    ...(profile.timeZone === undefined ? {} : { timeZone: profile.timeZone }),
    attributes: profile.attributes ?? {},
    status: restriction?.status ?? 'active',
    ...(restriction ? { statusReason: restriction.reason, statusSince: toIso(restriction.since) } : {}),
    ...(restriction?.into === undefined ? {} : { mergedInto: restriction.into }),
    stats: Object.fromEntries(stats),
    balances: Object.fromEntries(balances),
    titles: player.titles,
    items: player.items,
    createdAt: toIso(createdAt),
    updatedAt: toIso(updatedAt),
  };
}

/** The same for the player's own client: why a player was suspended or banned, or who else it is, is for operators. */
export function describeToPlayer(player: PlayerDto): PlayerDto {
  const { statusReason: _, mergedInto: __, ...rest } = player;
  return rest;
}
