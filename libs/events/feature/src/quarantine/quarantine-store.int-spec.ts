import { QUARANTINE_COLLECTION, type QuarantineDocument, eventRecordId } from '@laurel/contracts';
import { connectMongo } from '@laurel/platform-mongo';
import { testServers, uniqueTestScope } from '@laurel/testing';
import { ListQuarantineHandler } from './list-quarantine.handler.js';
import { MongoQuarantineStore } from './quarantine.store.mongo.js';

const held = (workspace: string, eventId: string, heldAt: number, stat = 'points'): QuarantineDocument => ({
  ...{ _id: eventRecordId({ workspace, eventId, playerId: 'anna' }), workspace, eventId, playerId: 'anna' },
  ...{ type: 'scored', occurredAt: 1, heldAt, stat, bound: 'max', limit: 1, amount: 2 },
});

describe('what waits for a review, in MongoDB', () => {
  const { database } = uniqueTestScope();
  let connection: Awaited<ReturnType<typeof connectMongo>>;
  let list: ListQuarantineHandler;

  beforeAll(async () => {
    connection = await connectMongo({ url: testServers().mongoUrl, database });
    const db = connection.getClient().db(database);
    list = new ListQuarantineHandler(new MongoQuarantineStore(db));
    const many = Array.from({ length: 25 }, (_, index) => held('ws_1', `e${index}`, 100 + Math.floor(index / 10)));
    await db
      .collection<QuarantineDocument>(QUARANTINE_COLLECTION)
      .insertMany([...many, held('ws_1', 'other', 50, 'goals'), held('ws_2', 'theirs', 60)]);
  });

  afterAll(async () => {
    await connection.getClient().db(database).dropDatabase();
    await connection.close();
  });

  it('is walked to its end by cursors, each once, also where many wait since the same moment', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const part = await list.execute({ workspace: 'ws_1', stat: 'points', limit: 3, cursor });
      if (!part.ok) throw new Error(part.error.detail);
      expect(part.value.waiting).toBe(25);
      seen.push(...part.value.entries.map(({ eventId }) => eventId));
      cursor = part.value.next ?? undefined;
    } while (cursor !== undefined);

    expect([seen.length, new Set(seen).size]).toEqual([25, 25]);
    expect(seen.slice(20)).toEqual(['e20', 'e21', 'e22', 'e23', 'e24']);
  });

  it('has no next behind the last, and is of one workspace', async () => {
    expect(await list.execute({ workspace: 'ws_2', limit: 1 })).toMatchObject({
      ok: true,
      value: { entries: [{ eventId: 'theirs' }], waiting: 1, next: null },
    });
  });
});
