import {
  CHECKPOINTS_COLLECTION,
  type CheckpointDocument,
  type EventRecord,
  PLAYERS_COLLECTION,
  type PlayerDocument,
  eventRecordId,
  playerDocumentId,
} from '@laurel/contracts';
import { EventStore } from '@laurel/platform-event-store';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { Db } from 'mongodb';
import { EventHistory } from './event-history.js';

@Injectable()
export class MongoEventHistory extends EventHistory {
  private readonly events: EventStore;

  constructor(@Inject(MONGO_DB) private readonly db: Db) {
    super();
    this.events = new EventStore(db);
  }

  override async find(workspace: string, eventId: string, playerId: string | undefined): Promise<EventRecord[]> {
    if (playerId === undefined) {
      return this.events.readable(workspace, await this.events.findByEventId(workspace, eventId));
    }
    const identity = { workspace, eventId, playerId };
    return this.events.readable(workspace, (await this.events.find([identity])).get(eventRecordId(identity)) ?? []);
  }

  override async decidedUpTo(partition: number): Promise<number | undefined> {
    const checkpoint = await this.db
      .collection<CheckpointDocument>(CHECKPOINTS_COLLECTION)
      .findOne({ _id: partition }, { projection: { offset: 1 } });
    return checkpoint?.offset;
  }

  override async isMerged(workspace: string, playerId: string): Promise<boolean> {
    const player = await this.db
      .collection<PlayerDocument>(PLAYERS_COLLECTION)
      .findOne({ _id: playerDocumentId(workspace, playerId) }, { projection: { 'restriction.status': 1 } });
    return player?.restriction?.status === 'merged';
  }
}
