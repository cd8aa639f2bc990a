import { PLAYERS_COLLECTION, type PlayerDocument, playerDocumentId } from '@laurel/contracts';
import { boardId } from '@laurel/leaderboards-domain';
import type { Db, Filter, FindCursor } from 'mongodb';
import { type BoardAddress, BoardPlayers, type PlayerOnBoard } from '../rebuild-ranks/board-players.js';

/** Players per batch: some hundred kilobytes. */
const BATCH = 4_000;

type Found = Pick<PlayerDocument, 'playerId' | 'boards' | 'updatedAt'>;

/** Reads a board's entries from player documents, and nothing else of them. */
export class MongoBoardPlayers extends BoardPlayers {
  constructor(private readonly db: Db) {
    super();
  }

  override count({ workspace }: BoardAddress, partitions: readonly number[]): Promise<number> {
    return this.players.countDocuments({ workspace, partition: { $in: [...partitions] } });
  }

  override async *scan(address: BoardAddress, partition: number): AsyncGenerator<readonly PlayerOnBoard[]> {
    const { workspace } = address;
    const cursor = this.find(address, { partition, workspace });
    try {
      while (await cursor.hasNext()) yield toPlayers(address, cursor.readBufferedDocuments());
    } finally {
      await cursor.close();
    }
  }

  override async load(address: BoardAddress, playerIds: readonly string[]): Promise<readonly PlayerOnBoard[]> {
    const ids = playerIds.map((playerId) => playerDocumentId(address.workspace, playerId));
    return toPlayers(address, await this.find(address, { _id: { $in: ids } }).toArray());
  }

  private find({ board }: BoardAddress, filter: Filter<PlayerDocument>): FindCursor<Found> {
    const path = `boards.${boardId(board)}`;
    return this.players
      .find<Found>({ ...filter, [path]: { $exists: true } })
      .project<Found>({ _id: 0, playerId: 1, updatedAt: 1, [path]: 1 })
      .batchSize(BATCH);
  }

  private get players() {
    // Read as committed positions are, at the primary: players must not be older than the position that was read before them.
    return this.db.collection<PlayerDocument>(PLAYERS_COLLECTION, { readPreference: 'primary' });
  }
}

function toPlayers({ board }: BoardAddress, documents: readonly Found[]): PlayerOnBoard[] {
  const id = boardId(board);
  return documents.map(({ playerId, updatedAt, boards }) => ({ playerId, updatedAt, windows: boards[id] ?? {} }));
}
