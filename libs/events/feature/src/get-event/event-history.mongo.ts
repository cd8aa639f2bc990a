import {
  CHECKPOINTS_COLLECTION,
  type CheckpointDocument,
  EVENTS_COLLECTION,
  type EventRecord,
  SEPARATOR,
  eventRecordId,
  joinId,
} from '@laurel/contracts';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { Db, Filter } from 'mongodb';
import { EventHistory } from './event-history.js';

/** The character behind the separator: ids that begin with a prefix lie between the two. */
const AFTER_SEPARATOR = String.fromCharCode(SEPARATOR.charCodeAt(0) + 1);

@Injectable()
export class MongoEventHistory extends EventHistory {
  constructor(@Inject(MONGO_DB) private readonly db: Db) {
    super();
  }

  override find(workspace: string, eventId: string, playerId: string | undefined): Promise<EventRecord[]> {
    const prefix = joinId(workspace, eventId);
    const filter: Filter<EventRecord> =
      playerId === undefined
        ? { _id: { $gt: prefix + SEPARATOR, $lt: prefix + AFTER_SEPARATOR } }
        : { _id: eventRecordId(workspace, eventId, playerId) };
    return this.db.collection<EventRecord>(EVENTS_COLLECTION).find(filter, { limit: 2 }).toArray();
  }

  override async decidedUpTo(partition: number): Promise<number | undefined> {
    const checkpoint = await this.db
      .collection<CheckpointDocument>(CHECKPOINTS_COLLECTION)
      .findOne({ _id: partition }, { projection: { offset: 1 } });
    return checkpoint?.offset;
  }
}
