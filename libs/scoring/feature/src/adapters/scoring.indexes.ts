import {
  ACTIVITY_COLLECTION,
  BARRIERS_COLLECTION,
  BOARD_POSITIONS_COLLECTION,
  CHECKPOINTS_COLLECTION,
  CLAIMS_COLLECTION,
  CLAIM_COUNTERS_COLLECTION,
  GRANTS_COLLECTION,
  LEAGUE_GROUPS_COLLECTION,
  LEAGUE_ROUNDS_COLLECTION,
  LEAGUE_SEATS_COLLECTION,
  PARTITION_CLOCKS_COLLECTION,
  PARTITION_RELEASES_COLLECTION,
  PLAYERS_COLLECTION,
  QUARANTINE_COLLECTION,
} from '@laurel/contracts';
import { eventStoreIndexes } from '@laurel/platform-event-store';
import type { CollectionIndexes } from '@laurel/platform-mongo';

/** Collections that the scoring service owns. Ids carry most look-ups; every further index costs each event. */
export const scoringIndexes: readonly CollectionIndexes[] = [
  ...eventStoreIndexes,
  {
    collection: PLAYERS_COLLECTION,
    indexes: [
      // All players of a partition: to rebuild its part of a board.
      { key: { partition: 1, workspace: 1 } },
      // Players are found by what they are. A player of whom nothing is known is in neither, and costs neither anything.
      { key: { workspace: 1, facets: 1, _id: 1 }, partialFilterExpression: { facets: { $exists: true } } },
      { key: { workspace: 1, nameKey: 1, _id: 1 }, partialFilterExpression: { nameKey: { $exists: true } } },
    ],
  },
  { collection: CHECKPOINTS_COLLECTION, indexes: [] },
  // Those of a player who is erased.
  { collection: CLAIMS_COLLECTION, indexes: [{ key: { workspace: 1, playerId: 1 } }] },
  { collection: CLAIM_COUNTERS_COLLECTION, indexes: [] },
  { collection: LEAGUE_SEATS_COLLECTION, indexes: [{ key: { workspace: 1, playerId: 1 } }] },
  { collection: LEAGUE_GROUPS_COLLECTION, indexes: [] },
  // Those of a board whose seats can be dropped.
  { collection: LEAGUE_ROUNDS_COLLECTION, indexes: [{ key: { workspace: 1, board: 1, movedAt: 1 } }] },
  {
    collection: BOARD_POSITIONS_COLLECTION,
    indexes: [{ key: { partition: 1 } }, { key: { workspace: 1, board: 1 } }],
  },
  { collection: PARTITION_RELEASES_COLLECTION, indexes: [] },
  { collection: PARTITION_CLOCKS_COLLECTION, indexes: [{ key: { partition: 1 } }] },
  // A player's, newest first; and those of a player who is erased.
  { collection: GRANTS_COLLECTION, indexes: [{ key: { workspace: 1, playerId: 1, createdAt: -1 } }] },
  { collection: BARRIERS_COLLECTION, indexes: [{ key: { notedAt: 1 }, expireAfterSeconds: 7 * 86_400 }] },
  {
    collection: ACTIVITY_COLLECTION,
    indexes: [{ key: { workspace: 1, seconds: 1, start: 1 } }, { key: { expiresAt: 1 }, expireAfterSeconds: 0 }],
  },
  // The longest waiting first.
  { collection: QUARANTINE_COLLECTION, indexes: [{ key: { workspace: 1, heldAt: 1, _id: 1 } }] },
];
