import { type EventRecord, QUARANTINE_COLLECTION, type QuarantineDocument } from '@laurel/contracts';
import { EventStore } from '@laurel/platform-event-store';
import type { Db } from 'mongodb';
import { type HistoryPosition, type PassedBounds, StandingHistory } from '../trail/standing-history.js';

/** Reads pages of events, and what waits in quarantine. */
export class MongoStandingHistory extends StandingHistory {
  private readonly events: EventStore;

  constructor(private readonly db: Db) {
    super();
    this.events = new EventStore(db);
  }

  override async *newestFirst(
    workspace: string,
    playerId: string,
    behind: HistoryPosition | undefined,
  ): AsyncGenerator<readonly EventRecord[]> {
    for await (const part of this.events.newestFirstInParts({ workspace, playerId, behind })) {
      yield await this.events.readable(workspace, part);
    }
  }

  override heldBack(workspace: string, playerId: string): Promise<PassedBounds[]> {
    return this.db
      .collection<QuarantineDocument>(QUARANTINE_COLLECTION)
      .aggregate<PassedBounds>([
        { $match: { workspace, playerId } },
        { $group: { _id: { stat: '$stat', bound: '$bound' }, events: { $sum: 1 } } },
        { $sort: { _id: 1 } },
        { $project: { _id: 0, stat: '$_id.stat', bound: '$_id.bound', events: 1 } },
      ])
      .toArray();
  }
}
