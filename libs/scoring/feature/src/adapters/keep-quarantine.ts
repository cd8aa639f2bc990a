import {
  type EventRecord,
  type EventReviewedProperties,
  QUARANTINE_COLLECTION,
  type QuarantineDocument,
  eventRecordId,
} from '@laurel/contracts';
import { EVENT_REJECTED, EVENT_RELEASED } from '@laurel/kernel';
import type { ClientSession, Db } from 'mongodb';

/** Adds the events of a batch that wait for a review, and takes away those that had one. */
export async function keepQuarantine(db: Db, records: readonly EventRecord[], session: ClientSession): Promise<void> {
  const held = records.flatMap((record) => (record.status === 'quarantined' ? quarantined(record) : []));
  const reviewed = records.flatMap((record) => (isReview(record) ? [reviewedId(record)] : []));
  const quarantine = db.collection<QuarantineDocument>(QUARANTINE_COLLECTION);
  if (held.length > 0) await quarantine.insertMany(held, { session });
  if (reviewed.length > 0) await quarantine.deleteMany({ _id: { $in: reviewed } }, { session });
}

/** Takes away what waits of players who are erased: nobody is to be shown it from then on. */
export async function dropQuarantine(
  db: Db,
  players: readonly { readonly workspace: string; readonly playerId: string }[],
  session: ClientSession,
): Promise<void> {
  const quarantine = db.collection<QuarantineDocument>(QUARANTINE_COLLECTION);
  for (const { workspace, playerId } of players) await quarantine.deleteMany({ workspace, playerId }, { session });
}

function quarantined(record: EventRecord): QuarantineDocument[] {
  const { workspace, eventId, playerId, type, occurredAt, decidedAt: heldAt, heldBack } = record;
  const _id = eventRecordId(record);
  return heldBack ? [{ _id, workspace, eventId, playerId, type, occurredAt, heldAt, ...heldBack }] : [];
}

const isReview = ({ type, status }: EventRecord): boolean =>
  status === 'processed' && (type === EVENT_RELEASED || type === EVENT_REJECTED);

function reviewedId({ workspace, playerId, properties }: EventRecord): string {
  // As `decode` made them of the command.
  const { eventId } = properties as Readonly<Record<string, unknown>> & EventReviewedProperties;
  return eventRecordId({ workspace, playerId, eventId });
}
