import { connectMongo } from '@laurel/platform-mongo';
import { testServers, uniqueTestScope } from '@laurel/testing';
import { refuseOlderData } from './refuse-older-data.js';

describe('a database of an older version', () => {
  const { database } = uniqueTestScope();
  let mongo: Awaited<ReturnType<typeof connectMongo>>;
  const db = () => mongo.getClient().db(database);

  beforeAll(async () => {
    mongo = await connectMongo({ url: testServers().mongoUrl, database });
  });

  afterAll(async () => {
    await db().dropDatabase();
    await mongo.close();
  });

  it('is refused, with what to do', async () => {
    await expect(refuseOlderData(db())).resolves.toBeUndefined();
    await db().createCollection('ledger');
    await expect(refuseOlderData(db())).rejects.toThrow(/written by an earlier Laurel \(it holds: ledger\).*--reset/);
  });
});
