import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { statId } from '@laurel/rules-domain';
import { Injectable } from '@nestjs/common';
import { playerErrors } from '../errors.js';
import type { PlayerDto } from './get-player.dto.js';
import { PlayerStore } from './player-store.js';

/** A player's stats and balances, from the player's own document. */
@Injectable()
export class GetPlayerHandler {
  constructor(private readonly players: PlayerStore) {}

  async execute(workspace: string, playerId: string): Promise<Result<PlayerDto, DomainError>> {
    const [player, definitions] = await Promise.all([
      this.players.find(workspace, playerId),
      this.players.statsOf(workspace),
    ]);
    if (!player) return err(playerErrors.notFound('Players are created by their first event.'));
    // A stat in a new shape has a new id: the values of the old one are history, not this player's stat.
    const stats = definitions.flatMap((stat): [string, number][] => {
      const value = player.stats.get(statId(stat));
      return value === undefined ? [] : [[stat.key, value]];
    });
    return ok({ playerId, stats: Object.fromEntries(stats), balances: Object.fromEntries(player.balances) });
  }
}
