import { setTimeout as delay } from 'node:timers/promises';
import type { Db, Document, Filter } from 'mongodb';

const MOST_MS = 5 * 60_000;
const POLL_MS = 100;

/**
 * Waits until a collection has so many documents that fit.
 *
 * @throws Error that says how many there are when they don't come to be so many
 */
export async function untilCount(
  db: Db,
  collection: string,
  filter: Filter<Document>,
  count: number,
  signal: AbortSignal,
): Promise<void> {
  const deadline = performance.now() + MOST_MS;
  for (;;) {
    const found = await db.collection(collection).countDocuments(filter);
    if (found >= count) return;
    if (performance.now() > deadline) throw new Error(`${collection}: ${found} of ${count} after five minutes`);
    await delay(POLL_MS, undefined, { signal });
  }
}
