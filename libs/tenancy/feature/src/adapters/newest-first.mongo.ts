import { hash } from 'node:crypto';
import { type Page, joinId } from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { httpErrors } from '@laurel/platform-http';
import type { Collection, Filter } from 'mongodb';

/** One page of a list whose ids sort by time (UUIDs of version 7). */
export interface NewestFirst<T> {
  /** The workspace's or tenant's part, and what the caller filters by. A cursor works with the same filter alone. */
  readonly filter: Filter<T> & ({ readonly workspace: string } | { readonly tenant: string });
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface Place {
  readonly towards: 'older' | 'newer';
  readonly from: string;
}

/** Reads a page, newest first. Error: `http.invalid_input` for a cursor of another list. */
export async function newestFirst<T extends { readonly _id: string }>(
  collection: Collection<T>,
  { filter, limit, cursor }: NewestFirst<T>,
): Promise<Result<Page<T>, DomainError>> {
  const list = hash('sha256', joinId(collection.collectionName, JSON.stringify(filter)), 'base64url').slice(0, 12);
  const place = cursor === undefined ? undefined : readCursor(list, cursor);
  if (cursor !== undefined && !place) return err(FOREIGN_CURSOR);
  const newer = place?.towards === 'newer';
  const range = place ? { _id: newer ? { $gt: place.from } : { $lt: place.from } } : {};
  const found = await collection
    .find({ $and: [filter, range] } as unknown as Filter<T>)
    .sort({ _id: newer ? 1 : -1 })
    // One more than asked for tells whether the list goes on.
    .limit(limit + 1)
    .toArray();
  const rows = found.slice(0, limit) as unknown as T[];
  return ok(pageOf(newer ? rows.reverse() : rows, { list, newer, isFirst: !place, goesOn: found.length > limit }));
}

interface PageContext {
  readonly list: string;
  readonly newer: boolean;
  readonly isFirst: boolean;
  readonly goesOn: boolean;
}

function pageOf<T extends { readonly _id: string }>(
  entries: readonly T[],
  { list, newer, isFirst, goesOn }: PageContext,
): Page<T> {
  const [first, last] = [entries[0], entries.at(-1)];
  const hasOlder = newer || goesOn;
  const hasNewer = newer ? goesOn : !isFirst;
  return {
    entries,
    next: last && hasOlder ? writeCursor(list, { towards: 'older', from: last._id }) : null,
    prev: first && hasNewer ? writeCursor(list, { towards: 'newer', from: first._id }) : null,
  };
}

const writeCursor = (list: string, { towards, from }: Place): string =>
  Buffer.from(joinId(list, towards, from), 'utf8').toString('base64url');

function readCursor(list: string, text: string): Place | undefined {
  const content = Buffer.from(text, 'base64url').toString('utf8');
  for (const towards of ['older', 'newer'] as const) {
    const prefix = joinId(list, towards, '');
    const from = content.startsWith(prefix) ? content.slice(prefix.length) : '';
    if (/^[a-z]{2,4}_[0-9a-f-]{36}$/.test(from)) return { towards, from };
  }
  return undefined;
}

const FOREIGN_CURSOR: DomainError = httpErrors.invalidInput('The cursor is not one of this list.', {
  errors: [{ path: '/cursor', rule: 'cursor', message: 'must be a `next` or `prev` of a list with the same filters' }],
});
