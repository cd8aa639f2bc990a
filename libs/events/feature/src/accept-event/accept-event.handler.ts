import { eventErrors } from '@laurel/events-domain';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { Injectable } from '@nestjs/common';
import { EventLog } from '../event-log/event-log.js';
import type { Sender } from '../event-log/sender.js';
import { type EventReceipt, type TakenEvent, toReceipt } from '../event-log/taken-event.js';

@Injectable()
export class AcceptEventHandler {
  constructor(private readonly log: EventLog) {}

  /**
   * Takes one event.
   *
   * @param idempotencyKey another place to say `eventId`
   */
  async handle(
    sender: Sender,
    input: unknown,
    idempotencyKey: string | undefined,
  ): Promise<Result<EventReceipt, DomainError>> {
    const accepted = await this.decide(sender, input, idempotencyKey);
    if (!accepted.ok) return accepted;
    const written = await this.log.append(sender.workspace, [accepted.value.event]);
    if (!written.ok) return written;
    const [receipt] = written.value;
    if (!receipt) throw new Error('the log took an event and gave no receipt');
    return ok(toReceipt(accepted.value, receipt));
  }

  /** Whether an event may enter the log, under the id that body or header give it. */
  async decide(
    sender: Sender,
    input: unknown,
    idempotencyKey: string | undefined,
  ): Promise<Result<TakenEvent, DomainError>> {
    const identified = identify(input, idempotencyKey);
    if (!identified.ok) return identified;
    const accepted = await this.log.acceptAll(sender, [identified]);
    if (!accepted.ok) return accepted;
    const [decision] = accepted.value;
    if (!decision) throw new Error('nothing was decided about the event');
    return decision;
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
