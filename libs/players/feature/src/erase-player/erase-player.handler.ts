import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { httpErrors } from '@laurel/platform-http';
import { Injectable } from '@nestjs/common';
import { playerErrors } from '../errors.js';
import { OrderChangeHandler, type PlayerOrder } from '../order-change/order-change.handler.js';
import type { ErasureAcceptedDto, PlayerErasedDto } from './erase-player.dto.js';
import { Erasures } from './erasures.js';

export interface ErasePlayer extends Pick<PlayerOrder, 'workspace' | 'playerId' | 'key' | 'by'> {
  readonly reason?: string | undefined;
}

/** Orders that a player be erased for good. */
@Injectable()
export class ErasePlayerHandler {
  constructor(
    private readonly erasures: Erasures,
    private readonly ordering: OrderChangeHandler,
  ) {}

  /**
   * Erasing again is no error. Those who were merged into the player are the same person and go with it, first: should that be
   * cut short, asking again goes on with it.
   *
   * Errors: `players.not_found`, `http.invalid_input`, and those of `OrderChangeHandler`.
   */
  async handle({ reason, ...order }: ErasePlayer): Promise<Result<PlayerErasedDto | ErasureAcceptedDto, DomainError>> {
    const { workspace, playerId } = order;
    const merged = await this.mergedInto(workspace, playerId);
    if ([playerId, ...merged].some((id) => reason?.includes(id))) return err(namesThePlayer());
    for (const guest of merged.reverse()) {
      const gone = await this.erase({ ...order, playerId: guest });
      if (!gone.ok) return gone;
    }
    return this.erase(order);
  }

  /** Everybody who was merged into a player, also by way of others; those come before their guests. */
  private async mergedInto(workspace: string, playerId: string): Promise<string[]> {
    const found = new Set([playerId]);
    // A set that grows while it is walked is walked to its end.
    for (const each of found) {
      for (const guest of await this.erasures.mergedInto(workspace, each)) found.add(guest);
    }
    found.delete(playerId);
    return [...found];
  }

  private async erase(
    order: Omit<ErasePlayer, 'reason'>,
  ): Promise<Result<PlayerErasedDto | ErasureAcceptedDto, DomainError>> {
    const { workspace, playerId } = order;
    const tombstone = this.erasures.tombstoneOf(workspace, playerId);
    const erased: PlayerErasedDto = { status: 'erased', tombstone };
    if (await this.erasures.isErased(workspace, playerId)) return ok(erased);
    if (!(await this.erasures.isKnown(workspace, playerId))) {
      return err(playerErrors.notFound('Nothing is held of a player of this id.'));
    }
    const ordered = await this.ordering.order({ ...order, order: 'erase', content: { command: 'erase_player' } });
    // Somebody else was faster.
    if (!ordered.ok) return ordered.error.code === playerErrors.erased.code ? ok(erased) : ordered;
    if (ordered.value.kind === 'done') return ok(erased);
    return ok({ status: 'accepted', tombstone, receipt: ordered.value.accepted.receipt });
  }
}

const namesThePlayer = (): DomainError =>
  httpErrors.invalidInput('The reason outlives the player.', {
    errors: [{ path: '/reason', rule: 'namesNobody', message: 'must not hold the id of the player' }],
  });
