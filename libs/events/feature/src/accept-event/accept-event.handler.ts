import { type AcceptedEvent, eventErrors } from '@laurel/events-domain';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import type { Receipt } from '@laurel/platform-kafka';
import { Injectable } from '@nestjs/common';
import { EventLog } from '../event-log/event-log.js';

/** The answer for an event that the log has. */
export interface EventReceipt {
  readonly eventId: string;
  readonly status: 'accepted';
  readonly receipt: Receipt;
}

export const toReceipt = ({ eventId }: AcceptedEvent, receipt: Receipt): EventReceipt => ({
  eventId,
  status: 'accepted',
  receipt,
});

@Injectable()
export class AcceptEventHandler {
  constructor(private readonly log: EventLog) {}

  /**
   * Takes one event.
   *
   * @param idempotencyKey another place to say `eventId`
   */
  async handle(
    workspace: string,
    input: unknown,
    idempotencyKey: string | undefined,
  ): Promise<Result<EventReceipt, DomainError>> {
    const accepted = this.decide(workspace, input, idempotencyKey);
    if (!accepted.ok) return accepted;
    const written = await this.log.append(workspace, [accepted.value]);
    if (!written.ok) return written;
    const [receipt] = written.value;
    if (!receipt) throw new Error('the log took an event and gave no receipt');
    return ok(toReceipt(accepted.value, receipt));
  }

  /** Whether an event may enter the log, under the id that body or header give it. */
  decide(workspace: string, input: unknown, idempotencyKey: string | undefined): Result<AcceptedEvent, DomainError> {
    const identified = identify(input, idempotencyKey);
    return identified.ok ? this.log.accept(workspace, identified.value) : identified;
  }
}

/** The event under the id that the header gives it. Two different ids for one event are a mistake to be told of. */
function identify(input: unknown, idempotencyKey: string | undefined): Result<unknown, DomainError> {
  if (idempotencyKey === undefined || typeof input !== 'object' || input === null) return ok(input);
  if ('eventId' in input && input.eventId !== idempotencyKey) {
    const message = 'must be the same as the Idempotency-Key header, or absent';
    return err(
      eventErrors.invalid('The event has two ids.', { errors: [{ path: '/eventId', rule: 'sameId', message }] }),
    );
  }
  return ok({ ...input, eventId: idempotencyKey });
}
