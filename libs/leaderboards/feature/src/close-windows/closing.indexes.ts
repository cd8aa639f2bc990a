import {
  BOARD_SCHEDULES_COLLECTION,
  BOARD_WINDOWS_COLLECTION,
  FROZEN_PLACES_COLLECTION,
  FROZEN_ROWS_COLLECTION,
  WORKSPACE_SCHEDULES_COLLECTION,
} from '@laurel/contracts';
import type { CollectionIndexes } from '@laurel/platform-mongo';

/** Collections of windows that end. */
export const closingIndexes: readonly CollectionIndexes[] = [
  {
    collection: BOARD_WINDOWS_COLLECTION,
    indexes: [
      // The past windows of a board, the latest first.
      { key: { workspace: 1, board: 1, end: -1 } },
      // What is under way: nothing, mostly.
      { key: { pending: 1, closesAt: 1 }, partialFilterExpression: { pending: true } },
      { key: { workspace: 1, board: 1, name: 1, start: 1 }, partialFilterExpression: { pending: true } },
    ],
  },
  { collection: BOARD_SCHEDULES_COLLECTION, indexes: [{ key: { dueAt: 1 } }, { key: { workspace: 1 } }] },
  // Found by their ids.
  { collection: WORKSPACE_SCHEDULES_COLLECTION, indexes: [] },
  { collection: FROZEN_ROWS_COLLECTION, indexes: [] },
  { collection: FROZEN_PLACES_COLLECTION, indexes: [] },
];
