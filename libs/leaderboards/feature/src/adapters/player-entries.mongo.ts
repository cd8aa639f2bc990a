import { PLAYERS_COLLECTION, type PlayerDocument, playerDocumentId } from '@laurel/contracts';
import { boardId, isRanked } from '@laurel/leaderboards-domain';
import type { Db } from 'mongodb';
import type { BoardTarget } from '../board-directory/board-target.js';
import { PlayerEntries, type PlayerEntry } from '../reading/player-entries.js';

type Found = Pick<PlayerDocument, 'playerId' | 'boards'>;

/** Reads single entries from player documents, the truth that ranks are projected from. */
export class MongoPlayerEntries extends PlayerEntries {
  constructor(private readonly db: Db) {
    super();
  }

  override async find(target: BoardTarget, playerIds: readonly string[]): Promise<readonly PlayerEntry[]> {
    const [id, key] = [boardId(target.board), target.window.key];
    const ids = playerIds.map((playerId) => playerDocumentId(target.workspace, playerId));
    const found = await this.players
      .find<Found>({ _id: { $in: ids } })
      .project<Found>({ _id: 0, playerId: 1, [`boards.${id}.${key}`]: 1 })
      .toArray();
    return found.flatMap(({ playerId, boards }) => {
      const entry = boards?.[id]?.[key];
      if (!entry || !isRanked(target.board, entry)) return [];
      if (target.part !== undefined && !entry.parts?.includes(target.part)) return [];
      return [{ playerId, score: entry.score, columns: entry.columns, reachedAt: entry.reachedAt }];
    });
  }

  override async windowsOf(
    workspace: string,
    playerId: string,
  ): Promise<ReadonlyMap<string, readonly string[]> | undefined> {
    const player = await this.players.findOne(
      { _id: playerDocumentId(workspace, playerId) },
      { projection: { boards: 1 } },
    );
    return player
      ? new Map(Object.entries(player.boards ?? {}).map(([id, windows]) => [id, Object.keys(windows)]))
      : undefined;
  }

  private get players() {
    return this.db.collection<PlayerDocument>(PLAYERS_COLLECTION);
  }
}
