import { testServers, uniqueTestScope } from '@laurel/testing';
import type { Db } from 'mongodb';
import { type CollectionIndexes, ensureIndexes } from './indexes.js';
import { connectMongo } from './mongo.module.js';

const WANTED: readonly CollectionIndexes[] = [
  { collection: 'events', indexes: [{ key: { partition: 1, offset: 1 } }, { key: { at: 1 }, unique: true }] },
  { collection: 'checkpoints', indexes: [] },
];

const scope = uniqueTestScope();
let connection: Awaited<ReturnType<typeof connectMongo>>;
let db: Db;

const collectionsOf = async () =>
  (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name).sort();
const indexesOf = async (collection: string) =>
  (await db.collection(collection).indexes()).map(({ name }) => name).sort();

beforeAll(async () => {
  connection = await connectMongo({ url: testServers().mongoUrl, database: scope.database });
  db = connection.getClient().db(scope.database);
});
beforeEach(() => db.dropDatabase());
afterAll(async () => {
  await db.dropDatabase();
  await connection.close();
});

describe('ensuring indexes', () => {
  it('makes collections and indexes, also a collection without any', async () => {
    await ensureIndexes(db, WANTED);

    expect(await collectionsOf()).toEqual(['checkpoints', 'events']);
    expect(await indexesOf('events')).toEqual(['_id_', 'at_1', 'partition_1_offset_1']);
    expect(await indexesOf('checkpoints')).toEqual(['_id_']);
  });

  it('keeps what an index demands', async () => {
    await ensureIndexes(db, WANTED);

    await db.collection('events').insertOne({ at: 1 });

    await expect(db.collection('events').insertOne({ at: 1 })).rejects.toThrow(/duplicate key/);
  });

  it('changes nothing the second time, and leaves data and foreign indexes as they are', async () => {
    await ensureIndexes(db, WANTED);
    await db.collection('events').insertOne({ at: 1 });
    await db.collection('events').createIndex({ note: 1 });

    await ensureIndexes(db, WANTED);

    expect(await indexesOf('events')).toEqual(['_id_', 'at_1', 'note_1', 'partition_1_offset_1']);
    expect(await db.collection('events').countDocuments()).toBe(1);
  });

  it('adds the indexes that an existing collection lacks', async () => {
    await db.collection('events').insertOne({ at: 1 });

    await ensureIndexes(db, WANTED);

    expect(await indexesOf('events')).toEqual(['_id_', 'at_1', 'partition_1_offset_1']);
  });

  it('succeeds for all who try it at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => ensureIndexes(db, WANTED)));

    expect(await indexesOf('events')).toEqual(['_id_', 'at_1', 'partition_1_offset_1']);
  });

  it('says so when an index of the same name demands something else', async () => {
    await ensureIndexes(db, WANTED);

    await expect(ensureIndexes(db, [{ collection: 'events', indexes: [{ key: { at: 1 } }] }])).rejects.toThrow();
  });
});
