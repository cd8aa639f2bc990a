import {
  PLAYERS_COLLECTION,
  type PlayerDocument,
  RELEASES_COLLECTION,
  type ReleaseDocument,
  playerDocumentId,
} from '@laurel/contracts';
import { MONGO_DB } from '@laurel/platform-mongo';
import type { StatDefinition } from '@laurel/rules-domain';
import { Inject, Injectable } from '@nestjs/common';
import type { ReleasedProgram } from '@laurel/releases-domain';
import type { Db } from 'mongodb';
import { PlayerStore, type StoredPlayer } from './player-store.js';

@Injectable()
export class MongoPlayerStore extends PlayerStore {
  constructor(@Inject(MONGO_DB) private readonly db: Db) {
    super();
  }

  override async find(workspace: string, playerId: string): Promise<StoredPlayer | undefined> {
    const player = await this.db
      .collection<PlayerDocument>(PLAYERS_COLLECTION)
      .findOne({ _id: playerDocumentId(workspace, playerId) }, { projection: { stats: 1, balances: 1 } });
    if (!player) return undefined;
    return {
      stats: new Map(Object.entries(player.stats).map(([id, { value }]) => [id, value])),
      balances: new Map(Object.entries(player.balances)),
    };
  }

  override async statsOf(workspace: string): Promise<readonly StatDefinition[]> {
    const release = await this.db
      .collection<ReleaseDocument<Pick<ReleasedProgram, 'stats'>>>(RELEASES_COLLECTION)
      .findOne(
        { workspace, announcedAt: { $ne: null } },
        { sort: { release: -1 }, projection: { 'program.stats': 1 } },
      );
    return release?.program.stats ?? [];
  }
}
