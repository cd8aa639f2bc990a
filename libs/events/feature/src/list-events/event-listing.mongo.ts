import type { EventRecord } from '@laurel/contracts';
import { EventStore } from '@laurel/platform-event-store';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { Db } from 'mongodb';
import { type EventFilter, EventListing, type ListPosition } from './event-listing.js';

@Injectable()
export class MongoEventListing extends EventListing {
  private readonly events: EventStore;

  constructor(@Inject(MONGO_DB) db: Db) {
    super();
    this.events = new EventStore(db);
  }

  override async *newestFirst(
    { workspace, playerId, from, to }: Pick<EventFilter, 'workspace' | 'playerId' | 'from' | 'to'>,
    behind: ListPosition | undefined,
  ): AsyncGenerator<readonly EventRecord[]> {
    for await (const part of this.events.newestFirstInParts({ workspace, playerId, from, to, behind })) {
      yield await this.events.readable(workspace, part);
    }
  }
}
