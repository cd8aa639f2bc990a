import type { AcceptedEvent } from '@laurel/events-domain';
import type { FieldProblem } from '@laurel/kernel';
import type { Receipt } from '@laurel/platform-kafka';

/** An event that may enter the log, with what its sender should be told about it. */
export interface TakenEvent {
  readonly event: AcceptedEvent;
  /** What breaks the schema of its type, where that only warns. */
  readonly warnings: readonly FieldProblem[];
}

/** The answer for an event that the log has. */
export interface EventReceipt {
  readonly eventId: string;
  readonly status: 'accepted';
  readonly receipt: Receipt;
  readonly warnings?: readonly FieldProblem[];
}

export const toReceipt = ({ event, warnings }: TakenEvent, receipt: Receipt): EventReceipt => ({
  eventId: event.eventId,
  status: 'accepted',
  receipt,
  ...(warnings.length > 0 ? { warnings } : {}),
});
