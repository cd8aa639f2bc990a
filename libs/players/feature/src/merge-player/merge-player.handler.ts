import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { httpErrors } from '@laurel/platform-http';
import { Injectable } from '@nestjs/common';
import { Erasures } from '../erase-player/erasures.js';
import { playerErrors } from '../errors.js';
import { GetPlayerHandler } from '../get-player/get-player.handler.js';
import type { PlayerDto } from '../get-player/get-player.dto.js';
import { OrderChangeHandler, type OrderOutcome, type PlayerOrder } from '../order-change/order-change.handler.js';

export interface MergePlayer extends Pick<PlayerOrder, 'workspace' | 'playerId' | 'key' | 'by'> {
  /** Id of the player who gets what this one has. */
  readonly into: string;
  readonly reason: string;
}

/** Orders that a player be merged into another one. */
@Injectable()
export class MergePlayerHandler {
  constructor(
    private readonly players: GetPlayerHandler,
    private readonly erasures: Erasures,
    private readonly ordering: OrderChangeHandler,
  ) {}

  /**
   * A merge that was made answers the same again.
   *
   * Errors: `players.not_found`, `players.merged`, `players.not_active`, and those of `OrderChangeHandler`.
   */
  async handle({ into, reason, ...order }: MergePlayer): Promise<Result<OrderOutcome, DomainError>> {
    const { workspace, playerId } = order;
    const guest = await this.players.execute(workspace, playerId);
    if (!guest.ok) return guest;
    if (into === playerId) return err(INTO_ITSELF);
    if (guest.value.mergedInto === into) return ok({ kind: 'done', effects: [], player: guest.value });
    const refusal = refusalOf(guest.value) ?? (await this.refusalOfTarget(workspace, into));
    if (refusal) return err(refusal);
    const ordered = await this.ordering.handle({
      ...order,
      order: 'merge',
      content: { command: 'merge_player', into, reason },
    });
    if (ordered.ok || ordered.error.code !== playerErrors.merged.code) return ordered;
    // Somebody else was faster, perhaps with the same.
    const again = await this.players.execute(workspace, playerId);
    return again.ok && again.value.mergedInto === into
      ? ok({ kind: 'done', effects: [], player: again.value })
      : ordered;
  }

  private async refusalOfTarget(workspace: string, into: string): Promise<DomainError | undefined> {
    if (await this.erasures.isErased(workspace, into)) {
      return playerErrors.erased('It is the player to merge into who was erased: take another one.');
    }
    const target = await this.players.execute(workspace, into);
    const mergedInto = target.ok ? target.value.mergedInto : undefined;
    return mergedInto === undefined
      ? undefined
      : playerErrors.merged(`The player to merge into was merged into ${JSON.stringify(mergedInto)}: name that one.`);
  }
}

function refusalOf({ status, mergedInto }: PlayerDto): DomainError | undefined {
  if (mergedInto !== undefined) {
    return playerErrors.merged(`The player was merged into ${JSON.stringify(mergedInto)}, which is for good.`);
  }
  return status === 'active'
    ? undefined
    : playerErrors.notActive(`The player is ${status}: reinstate the player first.`);
}

const INTO_ITSELF = httpErrors.invalidInput('A merge is of two players.', {
  errors: [{ path: '/into', rule: 'differs', message: 'must be another player' }],
});
