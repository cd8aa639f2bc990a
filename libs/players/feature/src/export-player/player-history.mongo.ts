import type { EventRecord, LedgerEntry } from '@laurel/contracts';
import { EventStore } from '@laurel/platform-event-store';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { Db } from 'mongodb';
import { PlayerHistory } from './player-history.js';

@Injectable()
export class MongoPlayerHistory extends PlayerHistory {
  private readonly store: EventStore;

  constructor(@Inject(MONGO_DB) db: Db) {
    super();
    this.store = new EventStore(db);
  }

  override eventsOf(workspace: string, playerId: string): AsyncIterable<EventRecord> {
    return this.store.ofPlayer(workspace, playerId);
  }

  override ledgerOf(workspace: string, playerId: string): AsyncIterable<LedgerEntry> {
    return this.store.ledgerOfPlayer(workspace, playerId);
  }
}
