import type { EventRecord, PassedBound } from './event-record.document.js';

export const QUARANTINE_COLLECTION = 'quarantine';

/** An event that waits for a review; gone once there was one. Written in the transaction that records either. */
export interface QuarantineDocument
  extends PassedBound, Pick<EventRecord, 'workspace' | 'eventId' | 'playerId' | 'type' | 'occurredAt'> {
  /** `eventRecordId` */
  readonly _id: string;
  /** ms */
  readonly heldAt: number;
}
