import { CHECKPOINTS_COLLECTION, type CheckpointDocument } from '@laurel/contracts';
import { EVENT_PAGES_COLLECTION, type EventPageDocument } from '@laurel/platform-event-store';
import type { Db } from 'mongodb';

/** Which records: of a partition, and of one workspace if named. */
export interface RecordsOf {
  readonly partition: number;
  readonly workspace?: string;
}

/** The pages of a partition up to a checkpoint, in the order of the log; one is in memory at a time. */
export async function* pagesUpTo(
  db: Db,
  which: RecordsOf,
  { epoch, offset }: CheckpointDocument,
): AsyncGenerator<EventPageDocument> {
  const pages = db
    .collection<EventPageDocument>(EVENT_PAGES_COLLECTION)
    .find({ ...which, epoch: { $lte: epoch } })
    // Sorting a whole partition by anything but this index would not fit into memory.
    .hint({ partition: 1, epoch: 1, last: 1 })
    .sort({ epoch: 1, last: 1 });
  for await (const page of pages) {
    if (page.epoch === epoch && page.last > offset) return;
    yield page;
  }
}

/** How far a partition is committed now; null before its first commit. */
export const checkpointOf = (db: Db, partition: number): Promise<CheckpointDocument | null> =>
  db.collection<CheckpointDocument>(CHECKPOINTS_COLLECTION).findOne({ _id: partition });
