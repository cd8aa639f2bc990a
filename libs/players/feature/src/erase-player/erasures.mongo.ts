import { PLAYERS_COLLECTION, type PlayerDocument, mergedIntoFacet, playerDocumentId } from '@laurel/contracts';
import { ErasureKey, EventStore, Tombstones } from '@laurel/platform-event-store';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { Db } from 'mongodb';
import { Erasures } from './erasures.js';

/** Who was merged into one player, in one answer. */
const MOST_AT_ONCE = 100;

@Injectable()
export class MongoErasures extends Erasures {
  constructor(
    @Inject(MONGO_DB) private readonly db: Db,
    private readonly key: ErasureKey,
  ) {
    super();
  }

  override tombstoneOf(workspace: string, playerId: string): string {
    return this.key.tombstoneOf(workspace, playerId);
  }

  override async isErased(workspace: string, playerId: string): Promise<boolean> {
    const _id = this.tombstoneOf(workspace, playerId);
    return (await new Tombstones(this.db).collection.findOne({ _id }, { projection: { _id: 1 } })) !== null;
  }

  override async mergedInto(workspace: string, playerId: string): Promise<readonly string[]> {
    const players = await this.db
      .collection<PlayerDocument>(PLAYERS_COLLECTION)
      .find({ workspace, facets: mergedIntoFacet(playerId) }, { projection: { playerId: 1 } })
      .limit(MOST_AT_ONCE)
      .toArray();
    return players.map((player) => player.playerId);
  }

  override async isKnown(workspace: string, playerId: string): Promise<boolean> {
    const _id = playerDocumentId(workspace, playerId);
    const players = this.db.collection<PlayerDocument>(PLAYERS_COLLECTION);
    if (await players.findOne({ _id }, { projection: { _id: 1 } })) return true;
    const [first] = await firstOf(new EventStore(this.db).ofPlayer(workspace, playerId));
    return first !== undefined;
  }
}

async function firstOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  for await (const item of items) return [item];
  return [];
}
