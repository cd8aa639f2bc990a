import { type DomainError, type FieldProblem, type Result, ok } from '@laurel/kernel';
import type { Receipt } from '@laurel/platform-kafka';
import { Injectable } from '@nestjs/common';
import { EventLog } from '../event-log/event-log.js';
import type { Sender } from '../event-log/sender.js';
import { type EventReceipt, type TakenEvent, toReceipt } from '../event-log/taken-event.js';
import type { BatchItem } from './batch-items.js';

/** The answer for an item that may not enter the log. */
export interface Rejection {
  readonly status: 'rejected';
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
  /** Given where the same item may be taken later: in how many seconds. */
  readonly retryAfterSeconds?: number;
}

export interface BatchReceipt {
  readonly accepted: number;
  readonly rejected: number;
  /** One per item, in the order of the batch. */
  readonly results: readonly (EventReceipt | Rejection)[];
}

@Injectable()
export class AcceptBatchHandler {
  constructor(private readonly log: EventLog) {}

  /** Takes the good items of a batch, in one write, and tells why each other one is refused. */
  async handle(sender: Sender, items: readonly BatchItem[]): Promise<Result<BatchReceipt, DomainError>> {
    const accepted = await this.log.acceptAll(sender, items);
    if (!accepted.ok) return accepted;
    const decided = accepted.value;
    const events = decided.flatMap((item) => (item.ok ? [item.value.event] : []));
    const written = await this.log.append(sender.workspace, events);
    if (!written.ok) return written;
    return ok({
      accepted: events.length,
      rejected: items.length - events.length,
      results: toResults(decided, written.value),
    });
  }
}

/** Receipts stand in the order of the accepted events alone. */
function toResults(
  decided: readonly Result<TakenEvent, DomainError>[],
  receipts: readonly Receipt[],
): BatchReceipt['results'] {
  const remaining = receipts.values();
  return decided.map((item) => {
    if (!item.ok) return toRejection(item.error);
    const { value: receipt } = remaining.next();
    if (!receipt) throw new Error('the log took a batch and gave too few receipts');
    return toReceipt(item.value, receipt);
  });
}

const toRejection = ({ code, detail, errors = [], retryAfterSeconds }: DomainError): Rejection => ({
  status: 'rejected',
  code,
  detail,
  errors,
  ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
});
