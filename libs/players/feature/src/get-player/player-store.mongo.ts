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
import { type ReleasedProgram, currenciesEverUsed } from '@laurel/releases-domain';
import type { Db } from 'mongodb';
import { PlayerStore, type StoredPlayer } from './player-store.js';
import { type FoundPlayer, PLAYER_PROJECTION, toStoredPlayer } from './stored-player.js';

@Injectable()
export class MongoPlayerStore extends PlayerStore {
  constructor(@Inject(MONGO_DB) private readonly db: Db) {
    super();
  }

  override async find(workspace: string, playerId: string): Promise<StoredPlayer | undefined> {
    const player = await this.db
      .collection<PlayerDocument>(PLAYERS_COLLECTION)
      .findOne<FoundPlayer>({ _id: playerDocumentId(workspace, playerId) }, { projection: PLAYER_PROJECTION });
    return player ? toStoredPlayer(player) : undefined;
  }

  override async statsOf(workspace: string): Promise<readonly StatDefinition[]> {
    return (await this.newest(workspace, ['stats']))?.stats ?? [];
  }

  override async currenciesOf(workspace: string): Promise<readonly string[]> {
    const program = await this.newest(workspace, ['currencies', 'retiredCurrencies', 'rules', 'rewards']);
    return program ? currenciesEverUsed(program).map(({ key }) => key) : [];
  }

  /** Parts of the newest announced release. */
  private async newest<Part extends keyof ReleasedProgram>(
    workspace: string,
    parts: readonly Part[],
  ): Promise<Pick<ReleasedProgram, Part> | undefined> {
    const projection = Object.fromEntries(parts.map((part) => [`program.${part}`, 1]));
    const release = await this.db
      .collection<ReleaseDocument<Pick<ReleasedProgram, Part>>>(RELEASES_COLLECTION)
      .findOne({ workspace, announcedAt: { $ne: null } }, { sort: { release: -1 }, projection });
    return release?.program;
  }
}
