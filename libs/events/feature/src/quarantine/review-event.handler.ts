import { type EventRecord, type ReviewEventCommand, reviewCommandId } from '@laurel/contracts';
import { type Clock, type DomainError, EVENT_RELEASED, type Result, err, ok } from '@laurel/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { EventHistory } from '../get-event/event-history.js';
import { getEventErrors } from '../get-event/get-event.errors.js';
import type { Receipt } from '../get-event/receipt.js';
import { CommandLog } from '../order-event/command-log.js';
import { VOID_CLOCK } from '../void-event/void-clock.js';
import type { ReviewAcceptedDto } from './quarantine.dto.js';
import { quarantineErrors } from './quarantine.errors.js';

export interface ReviewEvent {
  readonly workspace: string;
  readonly eventId: string;
  readonly playerId: string;
  readonly verdict: ReviewEventCommand['verdict'];
  readonly reason: string;
  /** Id of the key that orders it. */
  readonly by: string;
}

/** Orders what is to become of an event that was held back. The player's own partition carries it out. */
@Injectable()
export class ReviewEventHandler {
  constructor(
    private readonly history: EventHistory,
    private readonly log: CommandLog,
    @Inject(VOID_CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * There is one review of an event: the same verdict again gives the same answer and has no further effect, another one is
   * refused. Errors: `events.not_found`, `events.not_held_back`, `kafka.unavailable`.
   */
  async handle(order: ReviewEvent): Promise<Result<ReviewAcceptedDto, DomainError>> {
    const { workspace, eventId, playerId } = order;
    const records = await this.history.find(workspace, eventId, playerId);
    const held = records.find(({ status }) => status === 'quarantined');
    if (!held) {
      return err(
        records.length === 0
          ? getEventErrors.notFound('This player has no decided event of this id.')
          : quarantineErrors.notHeldBack('The event was never held back.'),
      );
    }
    const review = await this.history.findReview(held);
    return review ? answerAgain(order, review) : this.send(order, held);
  }

  private async send(order: ReviewEvent, held: EventRecord): Promise<Result<ReviewAcceptedDto, DomainError>> {
    const { workspace, playerId, eventId: target, verdict, reason, by } = order;
    const { type, occurredAt, properties, client } = held;
    const command: ReviewEventCommand = {
      ...{ v: 1, kind: 'command', command: 'review_event', workspace, playerId },
      ...{ commandId: reviewCommandId(target), target, verdict, reason, by },
      event: { type, occurredAt, properties, ...(client ? { client } : {}) },
      receivedAt: this.clock.now(),
    };
    const appended = await this.log.append(command);
    return appended.ok ? ok(accepted(order, appended.value)) : appended;
  }
}

function answerAgain(order: ReviewEvent, review: EventRecord): Result<ReviewAcceptedDto, DomainError> {
  const before = review.type === EVENT_RELEASED ? 'release' : 'reject';
  return before === order.verdict
    ? ok(accepted(order, review))
    : err(quarantineErrors.notHeldBack(`The event was ${before === 'release' ? 'released' : 'rejected'} before.`));
}

const accepted = ({ eventId }: ReviewEvent, { partition, offset }: Receipt): ReviewAcceptedDto => ({
  eventId,
  commandId: reviewCommandId(eventId),
  status: 'accepted',
  receipt: { partition, offset },
});
