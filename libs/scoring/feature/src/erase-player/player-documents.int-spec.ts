import { connectMongo } from '@laurel/platform-mongo';
import { testServers, uniqueTestScope } from '@laurel/testing';
import { COLLECTIONS_OF_PLAYERS, erasePlayerDocuments } from './player-documents.js';

const { database } = uniqueTestScope();
let connection: Awaited<ReturnType<typeof connectMongo>>;
const db = () => connection.getClient().db(database);

beforeAll(async () => {
  connection = await connectMongo({ url: testServers().mongoUrl, database });
});
afterAll(async () => {
  await db().dropDatabase();
  await connection.close();
});

describe('erasing documents that are of one player', () => {
  it.each(COLLECTIONS_OF_PLAYERS)('deletes those in %s, and no others', async (name) => {
    const of = (workspace: string, playerId: string) => ({ workspace, playerId });
    await db()
      .collection(name)
      .insertMany([of('ws_1', 'anna'), of('ws_1', 'bea'), of('ws_2', 'anna')]);

    await erasePlayerDocuments(db(), 'ws_1', 'anna');

    expect(
      await db()
        .collection(name)
        .find({}, { projection: { _id: 0 } })
        .toArray(),
    ).toEqual([of('ws_1', 'bea'), of('ws_2', 'anna')]);
  });
});
