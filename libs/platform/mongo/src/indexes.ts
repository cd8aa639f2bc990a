import type { Db, IndexDescription } from 'mongodb';

/** The indexes a slice needs on a collection that it owns. */
export interface CollectionIndexes {
  readonly collection: string;
  readonly indexes: readonly IndexDescription[];
}

/** Creates collections and indexes that are missing; what exists already is left as it is. */
export async function ensureIndexes(db: Db, wanted: readonly CollectionIndexes[]): Promise<void> {
  const existing = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name));
  for (const { collection, indexes } of wanted) {
    if (!existing.has(collection)) await db.createCollection(collection);
    if (indexes.length > 0) await db.collection(collection).createIndexes([...indexes]);
  }
}
