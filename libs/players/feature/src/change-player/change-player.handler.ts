import type { ProfileChangeMessage } from '@laurel/contracts';
import { type DomainError, type Result, err } from '@laurel/kernel';
import { httpErrors } from '@laurel/platform-http';
import { Injectable } from '@nestjs/common';
import { GetPlayerHandler } from '../get-player/get-player.handler.js';
import { findAttributeProblems } from './attribute-problems.js';
import { OrderChangeHandler, type OrderOutcome, type PlayerOrder } from '../order-change/order-change.handler.js';

export interface ChangePlayer extends Pick<PlayerOrder, 'workspace' | 'playerId' | 'key' | 'by'> {
  readonly mode: ProfileChangeMessage['mode'];
  readonly change: Omit<ProfileChangeMessage, 'mode'>;
}

/** Orders a change of what is known of a player. */
@Injectable()
export class ChangePlayerHandler {
  constructor(
    private readonly players: GetPlayerHandler,
    private readonly ordering: OrderChangeHandler,
  ) {}

  /** Errors: `http.invalid_input`, `players.not_found` under `merge`, and those of `OrderChangeHandler`. */
  async handle({ mode, change, ...order }: ChangePlayer): Promise<Result<OrderOutcome, DomainError>> {
    const errors = findAttributeProblems(change.attributes ?? {});
    if (errors.length > 0) return err(httpErrors.invalidInput('See `errors` for every problem.', { errors }));
    if (mode === 'merge') {
      const known = await this.players.execute(order.workspace, order.playerId);
      if (!known.ok) return known;
    }
    const content = { command: 'update_player' as const, change: profileMessage(mode, change) };
    return this.ordering.handle({ ...order, order: mode === 'merge' ? 'patch' : 'put', content });
  }
}

/** Only what the client said: members that a class declares are there as undefined. */
export function profileMessage(
  mode: ProfileChangeMessage['mode'],
  change: ChangePlayer['change'],
): ProfileChangeMessage {
  const { name, avatarUrl, timeZone, attributes } = change;
  return {
    mode,
    ...(name === undefined ? {} : { name }),
    ...(avatarUrl === undefined ? {} : { avatarUrl }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(attributes === undefined ? {} : { attributes }),
  };
}
