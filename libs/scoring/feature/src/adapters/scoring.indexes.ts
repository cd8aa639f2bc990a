import {
  BOARD_POSITIONS_COLLECTION,
  CHECKPOINTS_COLLECTION,
  PARTITION_RELEASES_COLLECTION,
  PLAYERS_COLLECTION,
} from '@laurel/contracts';
import { eventStoreIndexes } from '@laurel/platform-event-store';
import type { CollectionIndexes } from '@laurel/platform-mongo';

/** Collections that the scoring service owns. Ids carry most look-ups; every further index costs each event. */
export const scoringIndexes: readonly CollectionIndexes[] = [
  ...eventStoreIndexes,
  // All players of a partition: to rebuild its part of a board.
  { collection: PLAYERS_COLLECTION, indexes: [{ key: { partition: 1, workspace: 1 } }] },
  { collection: CHECKPOINTS_COLLECTION, indexes: [] },
  {
    collection: BOARD_POSITIONS_COLLECTION,
    indexes: [{ key: { partition: 1 } }, { key: { workspace: 1, board: 1 } }],
  },
  { collection: PARTITION_RELEASES_COLLECTION, indexes: [] },
];
