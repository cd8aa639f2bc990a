import { PLAYERS_COLLECTION, type PlayerDocument, playerDocumentId } from '@laurel/contracts';
import { boardId } from '@laurel/leaderboards-domain';
import type { Db } from 'mongodb';
import type { BoardTarget } from '../board-directory/board-target.js';
import { PlayerEntries, type PlayerEntry } from '../reading/player-entries.js';

/** Reads single entries from player documents, the truth that ranks are projected from. */
export class MongoPlayerEntries extends PlayerEntries {
  constructor(private readonly db: Db) {
    super();
  }

  override async find({ workspace, board, window }: BoardTarget, playerId: string): Promise<PlayerEntry | undefined> {
    const [id, key] = [boardId(board), window.key];
    const player = await this.db
      .collection<PlayerDocument>(PLAYERS_COLLECTION)
      .findOne({ _id: playerDocumentId(workspace, playerId) }, { projection: { [`boards.${id}.${key}`]: 1 } });
    const entry = player?.boards?.[id]?.[key];
    return entry && { playerId, score: entry.score, columns: entry.columns, reachedAt: entry.reachedAt };
  }
}
