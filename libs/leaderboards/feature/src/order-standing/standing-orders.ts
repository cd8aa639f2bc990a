import {
  type EventReply,
  type ModerationCommand,
  type ModerationOrder,
  type Topics,
  playerCommandId,
  playerKey,
} from '@laurel/contracts';
import { type Clock, type DomainError, type Result, err, newId, ok } from '@laurel/kernel';
import { pooledRandomBytes } from '@laurel/platform-http';
import { type RequestReply } from '@laurel/platform-kafka';
import { refusalOfOrder } from './order-refusals.js';
import type { StandingOrderAcceptedDto } from './standing-order.dto.js';

/** How long an order waits for its outcome, ms; one player's batch takes some milliseconds. */
const WAIT_MS = 5_000;

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
  async give(order: StandingOrder): Promise<Result<StandingOrderAcceptedDto | undefined, DomainError>> {
    const { workspace, playerId } = order;
    const command = this.commandOf(order);
    const request = { topic: this.topics.events, key: playerKey(workspace, playerId), message: { ...command } };
    const answered = await this.requests.request<EventReply>(request, WAIT_MS);
    if (!answered.ok) return answered;
    const { receipt, reply } = answered.value;
    if (!reply) {
      const { partition, offset } = receipt;
      const { commandId } = command;
      return ok({ playerId, commandId, status: 'accepted', receipt: { partition, offset } });
    }
    const refusal = refusalOfOrder(reply);
    return refusal ? err(refusal) : ok(undefined);
  }

  private commandOf({ workspace, playerId, key, by, content }: StandingOrder): ModerationCommand {
    const now = this.clock.now();
    const commandId = playerCommandId(nameOf(content), key ?? newId('message', now, pooledRandomBytes));
    return { v: 1, kind: 'command', workspace, playerId, commandId, by, receivedAt: now, ...content };
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
