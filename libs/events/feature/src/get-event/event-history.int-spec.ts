import { CHECKPOINTS_COLLECTION, type CheckpointDocument } from '@laurel/contracts';
import { EventStore } from '@laurel/platform-event-store';
import { connectMongo } from '@laurel/platform-mongo';
import { testServers, uniqueTestScope } from '@laurel/testing';
import { anEventRecord } from './event-record.builder.js';
import { MongoEventHistory } from './event-history.mongo.js';

describe('the event history in MongoDB', () => {
  const { database } = uniqueTestScope();
  let connection: Awaited<ReturnType<typeof connectMongo>>;
  let history: MongoEventHistory;

  beforeAll(async () => {
    connection = await connectMongo({ url: testServers().mongoUrl, database });
    const db = connection.getClient().db(database);
    history = new MongoEventHistory(db);
    const records = [
      anEventRecord(),
      anEventRecord({ playerId: 'chelsea' }),
      anEventRecord({ eventId: 'match-10' }),
      anEventRecord({ eventId: 'match-1 ' }),
      anEventRecord({ eventId: 'of-two', workspace: 'ws_2' }),
      anEventRecord({ eventId: 'é😀' }),
    ].map((record, index) => ({ ...record, offset: 37 + index }));
    await connection
      .getClient()
      .withSession((session) =>
        new EventStore(db).append({ partition: 3, epoch: 1, offset: 42 }, records, [], session),
      );
    await db.collection<CheckpointDocument>(CHECKPOINTS_COLLECTION).insertOne({
      _id: 3,
      epoch: 1,
      offset: 42,
      fingerprint: 'f',
      decidedAt: 0,
      published: 42,
    });
  });

  afterAll(async () => {
    await connection.getClient().db(database).dropDatabase();
    await connection.close();
  });

  const playersOf = async (workspace: string, eventId: string, playerId?: string): Promise<string[]> =>
    (await history.find(workspace, eventId, playerId)).map((record) => record.playerId);

  it('finds the records of an id and of no id that begins with it', async () => {
    expect(await playersOf('ws_1', 'match-1')).toEqual(['arsenal', 'chelsea']);
    expect(await playersOf('ws_1', 'match-10')).toEqual(['arsenal']);
    expect(await playersOf('ws_1', 'é😀')).toEqual(['arsenal']);
    expect(await playersOf('ws_1', 'match-')).toEqual([]);
  });

  it('finds the record of one player', async () => {
    expect(await playersOf('ws_1', 'match-1', 'chelsea')).toEqual(['chelsea']);
    expect(await playersOf('ws_1', 'match-1', 'burnley')).toEqual([]);
  });

  it('keeps workspaces apart', async () => {
    expect(await playersOf('ws_1', 'of-two')).toEqual([]);
    expect(await playersOf('ws_2', 'of-two')).toEqual(['arsenal']);
  });

  it('knows how far a partition is decided', async () => {
    expect(await history.decidedUpTo(3)).toBe(42);
    expect(await history.decidedUpTo(4)).toBeUndefined();
  });
});
