import { type CommandMessage, voidCommandId } from '@laurel/contracts';
import {
  type Clock,
  type DomainError,
  EVENT_RELEASED,
  RESERVED_EVENT_ID_PREFIX,
  type Result,
  err,
  ok,
} from '@laurel/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { EventHistory } from '../get-event/event-history.js';
import { getEventErrors } from '../get-event/get-event.errors.js';
import type { Receipt } from '../get-event/receipt.js';
import { CommandLog } from '../order-event/command-log.js';
import { VOID_CLOCK } from './void-clock.js';
import type { VoidAcceptedDto } from './void-event.dto.js';
import { voidEventErrors } from './void-event.errors.js';

export interface VoidEvent {
  readonly workspace: string;
  readonly eventId: string;
  readonly playerId: string;
  readonly reason: string;
  /** Id of the key that orders it. */
  readonly by: string;
  /** Where the event stands in the log: for one that may not be decided yet. */
  readonly receipt?: Receipt | undefined;
}

/** Orders that an event be taken back. The player's own partition does it, behind all that stands before the order. */
@Injectable()
export class VoidEventHandler {
  constructor(
    private readonly history: EventHistory,
    private readonly log: CommandLog,
    @Inject(VOID_CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Ordering it again gives the same answer, and has no further effect: the first reason stands. Errors: `events.not_found`,
   * `events.nothing_to_void`, `events.player_merged`, `kafka.unavailable`.
   */
  async handle(order: VoidEvent): Promise<Result<VoidAcceptedDto, DomainError>> {
    const done = await this.history.findVoid(order);
    if (done) return ok(accepted(order, { partition: done.partition, offset: done.offset }));
    const refusal = await this.refusalOf(order);
    return refusal ? err(refusal) : this.send(order);
  }

  /** Why there is nothing that could be taken back. */
  private async refusalOf(order: VoidEvent): Promise<DomainError | undefined> {
    const { workspace, eventId, playerId, receipt } = order;
    if (eventId.startsWith(RESERVED_EVENT_ID_PREFIX)) {
      return voidEventErrors.nothingToVoid(
        'What Laurel itself recorded can’t be voided: send the event again under another id.',
      );
    }
    if (await this.history.isMerged(workspace, playerId)) {
      return voidEventErrors.playerMerged(
        'What it led to is another player’s now: send that player an event that makes up for it.',
      );
    }
    // Before the record is looked for: what is decided between the two look-ups is then found.
    const isAwaited = receipt !== undefined && !(await this.history.isDecided(receipt));
    const records = await this.history.find(workspace, eventId, playerId);
    if (isAwaited || records.some(({ status }) => status === 'processed')) return undefined;
    const isHeldBack = records.some(({ status }) => status === 'quarantined');
    if (isHeldBack && (await this.history.findReview(order))?.type === EVENT_RELEASED) return undefined;
    const status = records.at(-1)?.status;
    return status === undefined
      ? getEventErrors.notFound(
          'This player has no decided event of this id. With its `receipt` it need not be decided yet.',
        )
      : voidEventErrors.nothingToVoid(`The event is \`${status}\`: it has no effects.`);
  }

  private async send(order: VoidEvent): Promise<Result<VoidAcceptedDto, DomainError>> {
    const { workspace, playerId, eventId: target, reason, by } = order;
    const command: CommandMessage = {
      v: 1,
      kind: 'command',
      command: 'void',
      workspace,
      playerId,
      commandId: voidCommandId(target),
      target,
      reason,
      by,
      receivedAt: this.clock.now(),
    };
    const appended = await this.log.append(command);
    return appended.ok ? ok(accepted(order, appended.value)) : appended;
  }
}

const accepted = ({ eventId }: VoidEvent, { partition, offset }: Receipt): VoidAcceptedDto => ({
  eventId,
  commandId: voidCommandId(eventId),
  status: 'accepted',
  receipt: { partition, offset },
});
