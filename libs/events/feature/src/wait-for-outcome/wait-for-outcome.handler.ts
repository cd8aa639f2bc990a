import { type EventMessage, type EventReply, type Topics, playerKey } from '@laurel/contracts';
import { type DomainError, type Result, ok } from '@laurel/kernel';
import { RequestReply, TOPICS } from '@laurel/platform-kafka';
import { Inject, Injectable } from '@nestjs/common';
import { AcceptEventHandler } from '../accept-event/accept-event.handler.js';
import type { Sender } from '../event-log/sender.js';
import { type EventReceipt, toReceipt } from '../event-log/taken-event.js';
import { describeOutcome } from './describe-outcome.js';
import type { OutcomeDto } from './outcome.dto.js';

const SECOND_MS = 1_000;

/** Takes an event and waits for what becomes of it. */
@Injectable()
export class WaitForOutcomeHandler {
  constructor(
    private readonly accepting: AcceptEventHandler,
    @Inject(RequestReply) private readonly requests: RequestReply,
    @Inject(TOPICS) private readonly topics: Topics,
  ) {}

  /** Whether outcomes can be waited for now. */
  canWait(): boolean {
    return this.requests.isListening();
  }

  /**
   * @param idempotencyKey another place to say `eventId`
   * @returns the outcome, or the receipt when it did not come in time: the event then stands in the log all the same
   */
  async handle(
    sender: Sender,
    input: unknown,
    idempotencyKey: string | undefined,
    seconds: number,
  ): Promise<Result<OutcomeDto | EventReceipt, DomainError>> {
    const accepted = await this.accepting.decide(sender, input, idempotencyKey);
    if (!accepted.ok) return accepted;
    const { warnings } = accepted.value;
    const message: EventMessage = { v: 1, kind: 'event', workspace: sender.workspace, ...accepted.value.event };
    const request = {
      topic: this.topics.events,
      key: playerKey(sender.workspace, message.playerId),
      message: { ...message },
    };
    const answered = await this.requests.request<EventReply>(request, seconds * SECOND_MS);
    if (!answered.ok) return answered;
    const { receipt, reply } = answered.value;
    if (!reply) return ok(toReceipt(accepted.value, receipt));
    const outcome = describeOutcome(reply, receipt);
    return ok(warnings.length > 0 ? { ...outcome, warnings } : outcome);
  }
}
