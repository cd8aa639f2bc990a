import { BOARD_WINDOWS_COLLECTION, type BoardWindowDocument, boardWindowId } from '@laurel/contracts';
import type { Db } from 'mongodb';

/** Behind all characters that keys are made of. */
const LAST = '\uffff';

/** Which windows are frozen, as MongoDB has it: Redis knows it too, until it is emptied. */
export class MongoFrozenKeys {
  constructor(private readonly db: Db) {}

  /** @param board `boardId` */
  async of(workspace: string, board: string): Promise<string[]> {
    const isOfBoard = { $gt: boardWindowId(workspace, board, ''), $lt: boardWindowId(workspace, board, LAST) };
    const windows = await this.db
      .collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION, { readPreference: 'primary' })
      .find({ _id: isOfBoard, state: 'frozen' })
      .project<Pick<BoardWindowDocument, 'window'>>({ _id: 0, window: 1 })
      .toArray();
    return windows.map(({ window }) => window);
  }
}
