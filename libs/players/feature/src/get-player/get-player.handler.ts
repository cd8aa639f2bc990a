import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { Injectable } from '@nestjs/common';
import { playerErrors } from '../errors.js';
import { describePlayer } from './describe-player.js';
import type { PlayerDto } from './get-player.dto.js';
import { PlayerStore } from './player-store.js';

export const NO_SUCH_PLAYER = 'Players are created by their first event, or by `PUT`.';

/** What is known of a player, from the player's own document. */
@Injectable()
export class GetPlayerHandler {
  constructor(private readonly players: PlayerStore) {}

  /** Error: `players.not_found`. */
  async execute(workspace: string, playerId: string): Promise<Result<PlayerDto, DomainError>> {
    const [player, definitions] = await Promise.all([
      this.players.find(workspace, playerId),
      this.players.statsOf(workspace),
    ]);
    return player ? ok(describePlayer(player, definitions)) : err(playerErrors.notFound(NO_SUCH_PLAYER));
  }
}
