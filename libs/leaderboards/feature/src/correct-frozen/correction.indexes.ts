import { STANDING_CORRECTIONS_COLLECTION } from '@laurel/contracts';
import type { CollectionIndexes } from '@laurel/platform-mongo';

/** Collections of moderation. */
export const moderationIndexes: readonly CollectionIndexes[] = [
  {
    collection: STANDING_CORRECTIONS_COLLECTION,
    // Of a player on a board, and of a player at all: erasing looks for those.
    indexes: [{ key: { workspace: 1, playerId: 1, board: 1, at: 1 } }],
  },
];
