import { WorkspaceClocks, systemClock } from '@laurel/kernel';
import { MONGO_DB } from '@laurel/platform-mongo';
import type { Provider } from '@nestjs/common';
import type { Db } from 'mongodb';
import { MongoAnnouncedBoards } from '../adapters/announced-boards.mongo.js';
import { MongoFrozenWindows } from '../frozen/frozen-windows.mongo.js';
import { BoardDirectory } from './board-directory.js';

/** The directory of those who act on a board: right after a release, they do so by it. Over MongoDB, by the clocks of workspaces where the app has them. */
export const BOARD_DIRECTORY: Provider = {
  provide: BoardDirectory,
  inject: [MONGO_DB, { token: WorkspaceClocks, optional: true }],
  useFactory: (db: Db, clocks?: WorkspaceClocks) =>
    new BoardDirectory(new MongoAnnouncedBoards(db), new MongoFrozenWindows(db), systemClock, clocks, 0),
};
