import type { ModerationOrder, Topics } from '@laurel/contracts';
import { type Clock, type DomainError, type Result, err, newId, ok } from '@laurel/kernel';
import { pooledRandomBytes } from '@laurel/platform-http';
import { type AcceptedOrder, type RequestReply, giveOrder } from '@laurel/platform-kafka';
import { refusalOfOrder } from './order-refusals.js';

/** One order about one player's standing. */
export interface StandingOrder {
  readonly workspace: string;
  readonly playerId: string;
  /** `Idempotency-Key`, as short as `orderKey` makes it: under one, the same order is carried out once. */
  readonly key: string | undefined;
  /** Id of the key or operator who gives it. */
  readonly by: string;
  readonly content: ModerationOrder;
}

/** Gives orders about standings, which the player's own partition carries out behind all that stands before them, and waits for them. */
export class StandingOrders {
  constructor(
    private readonly requests: Pick<RequestReply, 'request'>,
    private readonly topics: Topics,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns nothing for what was carried out; the receipt of what was not in time
   *
   * Errors: those of `refusalOfOrder`, `kafka.unavailable`.
   */
  async give({ key, ...order }: StandingOrder): Promise<Result<AcceptedOrder | undefined, DomainError>> {
    const at = this.clock.now();
    const named = { name: nameOf(order.content), key: key ?? newId('message', at, pooledRandomBytes) };
    const given = await giveOrder(this.requests, this.topics, { ...order, ...named, at });
    if (!given.ok) return given;
    const { accepted, reply } = given.value;
    if (!reply) return ok(accepted);
    const refusal = refusalOfOrder(reply);
    return refusal ? err(refusal) : ok(undefined);
  }
}

/** Keys are those of an order: the same key may stand for another one. */
function nameOf(content: ModerationOrder): string {
  switch (content.command) {
    case 'hide_standing':
      return content.hidden ? 'hide' : 'unhide';
    case 'remove_standing':
      return 'remove';
    case 'adjust_standing':
      return 'adjust';
    case 'join_board':
      return 'join';
  }
}
