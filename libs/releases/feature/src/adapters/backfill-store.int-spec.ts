import {
  CHECKPOINTS_COLLECTION,
  EVENTS_PARTITIONS,
  PARTITION_RELEASES_COLLECTION,
  PLAYERS_COLLECTION,
  partitionReleaseId,
  playerDocumentId,
} from '@laurel/contracts';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { testServers, uniqueTestScope } from '@laurel/testing';
import type { Db } from 'mongodb';
import type { Backfill } from '../backfill-players/backfill-store.port.js';
import { MongoBackfillStore } from './backfill-store.mongo.js';
import { releaseIndexes } from './release.indexes.js';

const scope = uniqueTestScope();
let connection: Awaited<ReturnType<typeof connectMongo>>;
let db: Db;
let store: MongoBackfillStore;

beforeAll(async () => {
  connection = await connectMongo({ url: testServers().mongoUrl, database: scope.database });
  db = connection.getClient().db(scope.database);
  store = new MongoBackfillStore(db);
});
beforeEach(async () => {
  await db.dropDatabase();
  await ensureIndexes(db, releaseIndexes);
});
afterAll(async () => {
  await db.dropDatabase();
  await connection.close();
});

const begun = async (): Promise<Backfill> => {
  await store.begin({ workspace: 'ws_1', release: 2, by: 'key_spec' });
  const found = await store.find('ws_1', 2);
  if (!found) throw new Error('it was not stored');
  return found;
};
const page = (cursor: string, players: number, last: readonly [number, number][]) => ({
  cursor,
  players,
  last: new Map(last),
});

describe('the store of backfills', () => {
  it('begins one once, and keeps how far it is', async () => {
    const fresh = await begun();
    await store.setTotal(fresh, 3);
    await store.addPage(fresh, page('bea', 2, [[4, 17]]));

    expect(await begun()).toEqual({
      workspace: 'ws_1',
      release: 2,
      by: 'key_spec',
      total: 3,
      sent: 2,
      done: 0,
      cursor: 'bea',
      last: new Map([[4, 17]]),
      finishedAt: null,
    });
    expect(await store.find('ws_2', 2)).toBeUndefined();
  });

  it('counts a page once that two instances sent, and waits for the orders of both', async () => {
    const fresh = await begun();

    await store.addPage(fresh, page('bea', 2, [[4, 17]]));
    await store.addPage(fresh, page('bea', 2, [[4, 19]]));

    expect(await begun()).toMatchObject({ sent: 2, cursor: 'bea', last: new Map([[4, 19]]) });
  });

  it('lists one until it is finished, with all that were sent done and no player named', async () => {
    await store.addPage(await begun(), page('bea', 2, [[4, 17]]));
    expect(await store.unfinished()).toMatchObject([{ workspace: 'ws_1', release: 2 }]);

    await store.finish(await begun(), 5_000);

    expect(await store.unfinished()).toEqual([]);
    expect(await begun()).toMatchObject({ sent: 2, done: 2, cursor: '', finishedAt: 5_000 });
  });

  it('goes through the players of one workspace in their order', async () => {
    const ids = ['anna', 'bea', 'zoë', '日本'];
    const players = db.collection<{ _id: string; playerId: string }>(PLAYERS_COLLECTION);
    const document = (workspace: string, playerId: string) => ({
      _id: playerDocumentId(workspace, playerId),
      playerId,
    });
    await players.insertMany([
      ...ids.map((id) => document('ws_1', id)),
      document('ws_10', 'carl'),
      document('ws', 'dora'),
    ]);

    expect(await store.countPlayers('ws_1')).toBe(4);
    expect(await store.playersAfter('ws_1', '', 3)).toEqual(['anna', 'bea', 'zoë']);
    expect(await store.playersAfter('ws_1', 'zoë', 3)).toEqual(['日本']);
    expect(await store.playersAfter('ws_1', '日本', 3)).toEqual([]);
  });

  it('knows a release in force when every partition has it or a later one', async () => {
    const rows = Array.from({ length: EVENTS_PARTITIONS }, (_, partition) => ({
      _id: partitionReleaseId(partition, 'ws_1'),
      release: partition === 0 ? 3 : 2,
    }));
    const inForce = db.collection<{ _id: string; release: number }>(PARTITION_RELEASES_COLLECTION);
    await inForce.insertMany(rows.slice(1));
    expect(await store.isInForce('ws_1', 2)).toBe(false);

    await inForce.insertMany(rows.slice(0, 1));

    expect([await store.isInForce('ws_1', 2), await store.isInForce('ws_1', 3)]).toEqual([true, false]);
    expect(await store.isInForce('ws_2', 1)).toBe(false);
  });

  it('takes orders for carried out up to the checkpoint of their partition', async () => {
    await db.collection<{ _id: number; offset: number }>(CHECKPOINTS_COLLECTION).insertOne({ _id: 4, offset: 17 });

    expect(await store.isReached(new Map())).toBe(true);
    expect(await store.isReached(new Map([[4, 17]]))).toBe(true);
    expect(await store.isReached(new Map([[4, 18]]))).toBe(false);
    expect(await store.isReached(new Map([[5, 0]]))).toBe(false);
  });
});
