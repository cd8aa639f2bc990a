import { GRANTS_COLLECTION, REWARD_RUNS_COLLECTION } from '@laurel/contracts';
import type { CollectionIndexes } from '@laurel/platform-mongo';

/** Collections of rewards. Those of one player are found by an index of scoring's. */
export const rewardIndexes: readonly CollectionIndexes[] = [
  {
    collection: GRANTS_COLLECTION,
    indexes: [
      // Newest first.
      { key: { workspace: 1, createdAt: -1, _id: -1 } },
      { key: { workspace: 1, schedule: 1, window: 1, state: 1 } },
      // What is to be ordered, of all workspaces, the longest due first; and what can be claimed. Most grants are neither.
      { key: { dueAt: 1 }, partialFilterExpression: { dueAt: { $exists: true } } },
      { key: { takenBy: 1 }, partialFilterExpression: { takenBy: { $exists: true } } },
      { key: { workspace: 1, claimBy: 1 }, partialFilterExpression: { claimBy: { $exists: true } } },
    ],
  },
  { collection: REWARD_RUNS_COLLECTION, indexes: [{ key: { workspace: 1, schedule: 1, createdAt: -1 } }] },
];
