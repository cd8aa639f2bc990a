import { type DomainError, type Result, err } from '@laurel/kernel';
import { Injectable } from '@nestjs/common';
import { playerErrors } from '../errors.js';
import { NO_SUCH_PLAYER } from '../get-player/get-player.handler.js';
import { PlayerStore } from '../get-player/player-store.js';
import { OrderChangeHandler, type OrderOutcome, type PlayerOrder } from '../order-change/order-change.handler.js';
import type { CorrectPlayerDto } from './correct-player.dto.js';
import { readCorrection } from './read-correction.js';

export interface CorrectPlayer extends Pick<PlayerOrder, 'workspace' | 'playerId' | 'key' | 'by'> {
  readonly correction: CorrectPlayerDto;
}

/** Orders that amounts of a player be put right. */
@Injectable()
export class CorrectPlayerHandler {
  constructor(
    private readonly players: PlayerStore,
    private readonly ordering: OrderChangeHandler,
  ) {}

  /** Errors: `players.not_found`, `players.correction_refused`, `http.invalid_input`, and those of `OrderChangeHandler`. */
  async handle({ correction, ...order }: CorrectPlayer): Promise<Result<OrderOutcome, DomainError>> {
    const { workspace, playerId } = order;
    const [player, stats, currencies] = await Promise.all([
      this.players.find(workspace, playerId),
      this.players.statsOf(workspace),
      this.players.currenciesOf(workspace),
    ]);
    if (!player) return err(playerErrors.notFound(NO_SUCH_PLAYER));
    const known = { stats, currencies: new Set([...currencies, ...player.balances.keys()]) };
    const read = readCorrection(correction, known);
    if (!read.ok) return read;
    const { reason } = correction;
    return this.ordering.handle({
      ...order,
      order: 'correct',
      content: { command: 'correct_player', ...read.value, reason },
    });
  }
}
