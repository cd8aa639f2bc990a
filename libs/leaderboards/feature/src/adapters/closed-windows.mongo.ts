import { BOARD_WINDOWS_COLLECTION, type BoardWindowDocument, boardWindowId } from '@laurel/contracts';
import type { Collection, Db, Filter } from 'mongodb';
import { type ClosedWindowPosition, ClosedWindows } from '../list-windows/closed-windows.js';

/** How long MongoDB may take to answer. */
const TIMEOUT_MS = 2_000;

export class MongoClosedWindows extends ClosedWindows {
  private readonly windows: Collection<BoardWindowDocument>;

  constructor(db: Db) {
    super();
    this.windows = db.collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION);
  }

  override list(
    workspace: string,
    boardId: string,
    after: ClosedWindowPosition | undefined,
    limit: number,
  ): Promise<BoardWindowDocument[]> {
    const behind = after && [{ end: { $lt: after.end } }, { end: after.end, window: { $lt: after.window } }];
    const filter: Filter<BoardWindowDocument> = { workspace, board: boardId, ...(behind ? { $or: behind } : {}) };
    return this.windows.find(filter, { timeoutMS: TIMEOUT_MS }).sort({ end: -1, window: -1 }).limit(limit).toArray();
  }

  override async among(workspace: string, boardId: string, windows: readonly string[]): Promise<ReadonlySet<string>> {
    const ids = windows.map((window) => boardWindowId(workspace, boardId, window));
    const found = this.windows
      .find({ _id: { $in: ids } }, { timeoutMS: TIMEOUT_MS })
      .project<{ window: string }>({ window: 1 });
    return new Set((await found.toArray()).map(({ window }) => window));
  }
}
