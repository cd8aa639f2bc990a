import {
  BOARD_POSITIONS_COLLECTION,
  CLAIMS_COLLECTION,
  PARTITION_RELEASES_COLLECTION,
  PLAYERS_COLLECTION,
  QUARANTINE_COLLECTION,
  RELEASES_COLLECTION,
  SEPARATOR,
} from '@laurel/contracts';
import { EVENT_PAGES_COLLECTION, LEDGER_PAGES_COLLECTION } from '@laurel/platform-event-store';
import type { Db } from 'mongodb';
import type { Differences } from './difference.js';
import type { VerifyScope } from './verify-scope.js';

/** Collections of what workspaces' players have and of what decides it, with the fields that its ids are made of, in their order. */
const ID_PARTS: readonly (readonly [collection: string, parts: readonly string[]])[] = [
  [PLAYERS_COLLECTION, ['workspace', 'playerId']],
  [EVENT_PAGES_COLLECTION, ['workspace', 'partition', 'epoch', 'first']],
  [LEDGER_PAGES_COLLECTION, ['workspace', 'partition', 'epoch', 'offset']],
  [BOARD_POSITIONS_COLLECTION, ['partition', 'workspace', 'board']],
  [PARTITION_RELEASES_COLLECTION, ['partition', 'workspace']],
  [RELEASES_COLLECTION, ['workspace', 'release']],
  [CLAIMS_COLLECTION, ['workspace', 'rule', 'playerId']],
  [QUARANTINE_COLLECTION, ['workspace', 'eventId', 'playerId']],
];

const MOST_PER_COLLECTION = 100;

/**
 * No document of a workspace that does not exist, and none whose id and fields name different workspaces, players, partitions:
 * what is found by id would then not be what is found by its fields. The database looks, so nothing but what is wrong is read.
 */
export async function checkWorkspacesApart(db: Db, scope: VerifyScope, differences: Differences): Promise<void> {
  const { workspace } = scope;
  const own = workspace === undefined ? {} : { workspace };
  for (const [collection, parts] of ID_PARTS) {
    // A number that a ledger page's id ends with is not a field.
    const mismatch = { $expr: { $ne: [{ $indexOfBytes: [{ $concat: ['$_id', SEPARATOR] }, idOf(parts)] }, 0] } };
    const wrongIds = db
      .collection<{ _id: string; workspace?: string }>(collection)
      .find({ ...own, ...mismatch } as object);
    for await (const document of wrongIds.limit(MOST_PER_COLLECTION)) {
      const expected = parts.map((part) => String((document as Record<string, unknown>)[part])).join('|');
      const found = shown(document._id);
      differences.add({
        check: 'workspaces',
        ...workspaceOf(document),
        what: `${collection} ${found}`,
        expected,
        found,
      });
    }
    if (workspace === undefined) await checkForeign(db, collection, scope.workspaces, differences);
  }
}

async function checkForeign(
  db: Db,
  collection: string,
  workspaces: ReadonlySet<string>,
  differences: Differences,
): Promise<void> {
  const foreign = db
    .collection<{ _id: string; workspace?: string }>(collection)
    .find({ workspace: { $nin: [...workspaces] } } as object, { projection: { workspace: 1 } })
    .limit(MOST_PER_COLLECTION);
  for await (const document of foreign) {
    const found = String(document.workspace);
    const what = `${collection} ${shown(document._id)}`;
    differences.add({
      check: 'workspaces',
      ...workspaceOf(document),
      what,
      expected: 'a workspace that exists',
      found,
    });
  }
}

/** The parts with a separator behind each, as MongoDB computes it; what is absent makes no id. */
const idOf = (parts: readonly string[]): object => ({
  $concat: parts.flatMap((part) => [{ $ifNull: [{ $toString: `$${part}` }, '?'] }, SEPARATOR]),
});

const workspaceOf = ({ workspace }: { readonly workspace?: string }) =>
  typeof workspace === 'string' ? { workspace } : {};

/** Ids have control characters between their parts. */
const shown = (id: unknown): string => String(id).replaceAll(SEPARATOR, '|');
