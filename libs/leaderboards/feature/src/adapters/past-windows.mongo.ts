import { BOARD_WINDOWS_COLLECTION, type BoardWindowDocument } from '@laurel/contracts';
import type { Db, Filter } from 'mongodb';
import { PastWindows, type PastWindowsPosition } from '../get-rank-history/past-windows.js';

/** Lists frozen windows. */
export class MongoPastWindows extends PastWindows {
  constructor(private readonly db: Db) {
    super();
  }

  override list(
    workspace: string,
    boardId: string,
    after: PastWindowsPosition | undefined,
    limit: number,
  ): Promise<readonly BoardWindowDocument[]> {
    const filter: Filter<BoardWindowDocument> = {
      workspace,
      board: boardId,
      state: 'frozen',
      ...(after ? { $or: [{ end: { $lt: after.end } }, { end: after.end, window: { $lt: after.window } }] } : {}),
    };
    const windows = this.db.collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION);
    return windows.find(filter).sort({ end: -1, window: -1 }).limit(limit).toArray();
  }
}
