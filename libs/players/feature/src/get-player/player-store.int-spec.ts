import {
  PLAYERS_COLLECTION,
  type PlayerDocument,
  RELEASES_COLLECTION,
  type ReleaseDocument,
  playerDocumentId,
  releaseDocumentId,
} from '@laurel/contracts';
import { connectMongo } from '@laurel/platform-mongo';
import { testServers, uniqueTestScope } from '@laurel/testing';
import { MongoPlayerStore } from './player-store.mongo.js';

const release = (
  workspace: string,
  number: number,
  announcedAt: number | null,
  stats: unknown[],
): ReleaseDocument<unknown> => ({
  _id: releaseDocumentId(workspace, number),
  workspace,
  release: number,
  note: '',
  author: 'key_1',
  program: {
    ...{ stats, rules: [], leaderboards: [] },
    ...{ currencies: [{ key: 'coins', scale: 2 }], retiredCurrencies: [{ key: 'gems' }] },
  },
  publishedAt: 0,
  announcedAt,
});

describe('players in MongoDB', () => {
  const { database } = uniqueTestScope();
  let connection: Awaited<ReturnType<typeof connectMongo>>;
  let store: MongoPlayerStore;

  beforeAll(async () => {
    connection = await connectMongo({ url: testServers().mongoUrl, database });
    const db = connection.getClient().db(database);
    store = new MongoPlayerStore(db);
    await db.collection<PlayerDocument>(PLAYERS_COLLECTION).insertOne({
      _id: playerDocumentId('ws_1', 'arsenal'),
      workspace: 'ws_1',
      playerId: 'arsenal',
      partition: 3,
      stats: { 'points@1': { value: 75, at: 0 } },
      balances: { coins: 71 },
      boards: {},
      createdAt: 0,
      updatedAt: 0,
    });
    await db
      .collection<ReleaseDocument<unknown>>(RELEASES_COLLECTION)
      .insertMany([
        release('ws_1', 9, 0, ['older']),
        release('ws_1', 10, 0, ['newest announced']),
        release('ws_1', 11, null, ['not announced yet']),
        release('ws_2', 12, 0, ['of another workspace']),
      ]);
  });

  afterAll(async () => {
    await connection.getClient().db(database).dropDatabase();
    await connection.close();
  });

  it('are found with their stats and balances', async () => {
    expect(await store.find('ws_1', 'arsenal')).toEqual({
      playerId: 'arsenal',
      titles: [],
      items: {},
      profile: {},
      restriction: undefined,
      createdAt: 0,
      updatedAt: 0,
      stats: new Map([['points@1', 75]]),
      balances: new Map([['coins', 71]]),
    });
  });

  it('are not found in another workspace', async () => {
    expect(await store.find('ws_2', 'arsenal')).toBeUndefined();
  });

  it('have the stats of the newest announced release', async () => {
    expect(await store.statsOf('ws_1')).toEqual(['newest announced']);
    expect(await store.statsOf('ws_3')).toEqual([]);
  });

  it('may have the currencies of the newest announced release, and of those before it', async () => {
    expect(await store.currenciesOf('ws_1')).toEqual(['coins', 'gems']);
    expect(await store.currenciesOf('ws_3')).toEqual([]);
  });
});
