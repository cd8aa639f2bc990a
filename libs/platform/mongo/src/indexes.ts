import type { Db, IndexDescription } from 'mongodb';

/** The indexes a slice needs on a collection that it owns. */
export interface CollectionIndexes {
  readonly collection: string;
  readonly indexes: readonly IndexDescription[];
}

const NAMESPACE_EXISTS = 48;

/** Creates collections and indexes that are missing; what exists already is left as it is. Safe to run several times at once. */
export async function ensureIndexes(db: Db, wanted: readonly CollectionIndexes[]): Promise<void> {
  const existing = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name));
  for (const { collection, indexes } of wanted) {
    if (!existing.has(collection)) await createCollection(db, collection);
    if (indexes.length > 0) await db.collection(collection).createIndexes([...indexes]);
  }
}

/** Another process that is doing the same may have been quicker. */
async function createCollection(db: Db, name: string): Promise<void> {
  try {
    await db.createCollection(name);
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== NAMESPACE_EXISTS) throw error;
  }
}
