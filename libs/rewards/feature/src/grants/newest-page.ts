import { createHash } from 'node:crypto';
import { type Page, joinId } from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { httpErrors } from '@laurel/platform-http';
import type { Collection, Document, Filter } from 'mongodb';

/** What is listed has a time that it was made at; among equal times the id decides. */
interface Listed {
  readonly _id: string;
  readonly createdAt: number;
}

interface Place {
  readonly towards: 'older' | 'newer';
  readonly at: number;
  readonly id: string;
}

/** One page of a list; a cursor works with the same filter alone. */
export interface NewestPage<T> {
  readonly filter: Filter<T> & { readonly workspace: string };
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Reads a page, newest first. Error: `http.invalid_input` for a cursor of another list. */
export async function newestPage<T extends Listed & Document>(
  collection: Collection<T>,
  { filter, limit, cursor }: NewestPage<T>,
): Promise<Result<Page<T>, DomainError>> {
  const name = joinId(collection.collectionName, stringOf(filter));
  const list = createHash('sha256').update(name).digest('base64url').slice(0, 12);
  const place = cursor === undefined ? undefined : readCursor(list, cursor);
  if (cursor !== undefined && !place) return err(FOREIGN_CURSOR);
  const isNewer = place?.towards === 'newer';
  const order = isNewer ? 1 : -1;
  const found = await collection
    .find({ $and: [filter, place ? behind(place) : {}] } as unknown as Filter<T>)
    .sort({ createdAt: order, _id: order })
    // One more than asked for tells whether the list goes on.
    .limit(limit + 1)
    .toArray();
  const rows = found.slice(0, limit) as unknown as T[];
  const goesOn = found.length > limit;
  const entries = isNewer ? rows.reverse() : rows;
  const [first, last] = [entries[0], entries.at(-1)];
  return ok({
    entries,
    next: last && (isNewer || goesOn) ? cursorTo(list, 'older', last) : null,
    prev: first && (isNewer ? goesOn : place !== undefined) ? cursorTo(list, 'newer', first) : null,
  });
}

function behind({ towards, at, id }: Place): Document {
  const side = towards === 'newer' ? '$gt' : '$lt';
  return { $or: [{ createdAt: { [side]: at } }, { createdAt: at, _id: { [side]: id } }] };
}

const cursorTo = (list: string, towards: Place['towards'], { createdAt, _id }: Listed): string =>
  Buffer.from(JSON.stringify([list, towards, createdAt, _id]), 'utf8').toString('base64url');

function readCursor(list: string, text: string): Place | undefined {
  try {
    const [of, towards, at, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as readonly unknown[];
    const isOurs = of === list && (towards === 'older' || towards === 'newer');
    return isOurs && typeof at === 'number' && typeof id === 'string' ? { towards, at, id } : undefined;
  } catch {
    return undefined;
  }
}

const stringOf = (filter: object): string =>
  JSON.stringify(filter, (_key, value: unknown) => (value instanceof RegExp ? value.source : value));

const FOREIGN_CURSOR: DomainError = httpErrors.invalidInput('The cursor is not one of this list.', {
  errors: [{ path: '/cursor', rule: 'cursor', message: 'must be a `next` or `prev` of a list with the same filters' }],
});
