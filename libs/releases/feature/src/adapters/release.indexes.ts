import { DRAFTS_COLLECTION, RELEASES_COLLECTION } from '@laurel/contracts';
import type { CollectionIndexes } from '@laurel/platform-mongo';
import { BACKFILLS_COLLECTION } from './backfill-store.mongo.js';

export const releaseIndexes: readonly CollectionIndexes[] = [
  {
    collection: RELEASES_COLLECTION,
    indexes: [
      { key: { workspace: 1, release: -1 }, name: 'workspace_release', unique: true },
      { key: { announcedAt: 1, workspace: 1, release: 1 }, name: 'announcedAt_workspace_release' },
    ],
  },
  { collection: BACKFILLS_COLLECTION, indexes: [{ key: { finishedAt: 1 }, name: 'finishedAt' }] },
  // One per workspace, found by its id.
  { collection: DRAFTS_COLLECTION, indexes: [] },
];
