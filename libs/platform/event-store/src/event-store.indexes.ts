import { TOMBSTONES_COLLECTION } from '@laurel/contracts';
import type { CollectionIndexes } from '@laurel/platform-mongo';
import { EVENT_PAGES_COLLECTION } from './event-page.js';
import { LEDGER_PAGES_COLLECTION } from './ledger-page.js';

/** An entry per event: its key. An entry per page and player. Everything else is an entry per page. */
export const eventStoreIndexes: readonly CollectionIndexes[] = [
  {
    collection: EVENT_PAGES_COLLECTION,
    indexes: [
      // Seen before? What became of it?
      { key: { events: 1 } },
      // A player's history, in the order of the log.
      { key: { players: 1, epoch: 1, first: 1 } },
      // A partition's history: to publish, to project or to verify again.
      { key: { partition: 1, epoch: 1, last: 1 } },
      // A workspace's history, newest first.
      { key: { workspace: 1, to: -1, from: 1 } },
    ],
  },
  {
    collection: LEDGER_PAGES_COLLECTION,
    indexes: [{ key: { players: 1, epoch: 1, offset: 1 } }, { key: { partition: 1, epoch: 1, offset: 1 } }],
  },
  {
    collection: TOMBSTONES_COLLECTION,
    indexes: [
      // Was anybody erased since? Ranks that are older than that have to be looked through.
      { key: { partition: 1, workspace: 1, epoch: 1, offset: 1 } },
      // Who is being erased now: mostly nobody.
      { key: { workspace: 1 }, partialFilterExpression: { sweep: { $exists: true } } },
    ],
  },
];
