import type { OrderedStatus } from '@laurel/contracts';
import type { DomainError, Result } from '@laurel/kernel';
import { Injectable } from '@nestjs/common';
import { GetPlayerHandler } from '../get-player/get-player.handler.js';
import { OrderChangeHandler, type OrderOutcome, type PlayerOrder } from '../order-change/order-change.handler.js';

export interface ChangeStatus extends Pick<PlayerOrder, 'workspace' | 'playerId' | 'key' | 'by'> {
  readonly status: OrderedStatus;
  readonly reason: string;
}

/** Orders that a player be suspended, banned or reinstated. */
@Injectable()
export class ChangeStatusHandler {
  constructor(
    private readonly players: GetPlayerHandler,
    private readonly ordering: OrderChangeHandler,
  ) {}

  /** Errors: `players.not_found`, and those of `OrderChangeHandler`. */
  async handle({ status, reason, ...order }: ChangeStatus): Promise<Result<OrderOutcome, DomainError>> {
    const known = await this.players.execute(order.workspace, order.playerId);
    if (!known.ok) return known;
    return this.ordering.handle({ ...order, order: status, content: { command: 'player_status', status, reason } });
  }
}
