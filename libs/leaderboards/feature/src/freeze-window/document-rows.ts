import { PLAYERS_COLLECTION, type PlayerDocument } from '@laurel/contracts';
import { type BoardDefinition, boardId } from '@laurel/leaderboards-domain';
import type { Db, Document } from 'mongodb';
import { type ClosedWindow, FinalRows, type FoundRow, type WindowRows } from './window-rows.js';

const PAGE = 1_000;

/**
 * The final rows of a window that has no ranks any more, for no release has it: from the players' documents, sorted by the database.
 * It reads all players of the workspace, which is why the ranks are asked where there are some.
 */
export class DocumentRows extends FinalRows {
  constructor(private readonly db: Db) {
    super();
  }

  override async of(window: ClosedWindow): Promise<WindowRows> {
    const players = this.db.collection<PlayerDocument>(PLAYERS_COLLECTION);
    const [counted] = await players.aggregate<{ total: number }>([...standing(window), { $count: 'total' }]).toArray();
    return { total: counted?.total ?? 0, rows: this.rows(window) };
  }

  private async *rows(window: ClosedWindow): AsyncGenerator<readonly FoundRow[]> {
    const cursor = this.db
      .collection<PlayerDocument>(PLAYERS_COLLECTION)
      .aggregate<{ playerId: string; entry: FoundRow }>([...standing(window), ...inOrder(window.board)], {
        allowDiskUse: true,
        batchSize: PAGE,
      });
    try {
      while (await cursor.hasNext()) {
        yield cursor.readBufferedDocuments().map(({ playerId, entry }): FoundRow => {
          const { score, columns, reachedAt, parts } = entry;
          return { playerId, score, columns, reachedAt, ...(parts ? { parts } : {}) };
        });
      }
    } finally {
      await cursor.close();
    }
  }
}

/** The players who have a place there, with their entries. */
function standing({ document: { workspace, window, start }, board }: ClosedWindow): Document[] {
  const path = `boards.${boardId(board)}.${window}`;
  const ranked = {
    'entry.awaiting': { $ne: true },
    'entry.hidden': { $ne: true },
    // What a season of the same key left that was dropped before is of another time.
    'entry.reachedAt': { $gte: start },
    ...(board.minScore === undefined ? {} : { 'entry.score': { $gte: board.minScore } }),
  };
  return [
    { $match: { workspace, [path]: { $exists: true } } },
    { $project: { _id: 0, playerId: 1, entry: `$${path}` } },
    { $match: ranked },
  ];
}

/** By the score, the columns, the time where it decides, then the player's id by its bytes: the order of the board. */
function inOrder({ order, ties }: BoardDefinition): Document[] {
  const direction = (each: 'asc' | 'desc'): 1 | -1 => (each === 'desc' ? -1 : 1);
  const columns = Object.fromEntries(
    ties.columns.map((_, index): [string, object] => [`column${index}`, { $arrayElemAt: ['$entry.columns', index] }]),
  );
  const time = ties.then === 'shared' ? {} : { 'entry.reachedAt': ties.then === 'last_to_reach' ? -1 : 1 };
  const byColumns = Object.fromEntries(
    ties.columns.map((column, index): [string, number] => [`column${index}`, direction(column.order)]),
  );
  return [
    ...(ties.columns.length > 0 ? [{ $addFields: columns }] : []),
    { $sort: { 'entry.score': direction(order), ...byColumns, ...time, playerId: 1 } },
  ];
}
