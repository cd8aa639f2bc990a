import { type EventRecord, type LedgerEntry, eventRecordId } from '@laurel/contracts';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { testServers, uniqueTestScope } from '@laurel/testing';
import { EraseHistory } from './erase-history.js';
import type { ErasedMessage } from './erased-page.js';
import { EVENT_PAGES_COLLECTION, type EventPageDocument } from './event-page.js';
import { aRecord } from './event-record.builder.js';
import { EventStore } from './event-store.js';
import { eventStoreIndexes } from './event-store.indexes.js';
import { LEDGER_PAGES_COLLECTION } from './ledger-page.js';
import { ErasureKey, Tombstones } from './tombstones.js';

const { database } = uniqueTestScope();
let connection: Awaited<ReturnType<typeof connectMongo>>;
let store: EventStore;
let history: EraseHistory;
let workspaces = 0;
let workspace = '';

const db = () => connection.getClient().db(database);

beforeAll(async () => {
  connection = await connectMongo({ url: testServers().mongoUrl, database });
  await ensureIndexes(db(), eventStoreIndexes);
  store = new EventStore(db());
  history = new EraseHistory(db());
});
afterAll(async () => {
  await db().dropDatabase();
  await connection.close();
});
beforeEach(() => (workspace = `ws_${(workspaces += 1)}`));

const record = (offset: number, playerId: string): EventRecord =>
  aRecord({ workspace, offset, playerId, eventId: `e${offset}`, decidedAt: 3_000 + offset });
const entry = (offset: number, playerId: string): LedgerEntry => ({
  ...{ id: `e${offset} 0`, workspace, playerId, currency: 'coins', amount: 1, balanceAfter: 1, at: 3_000 },
  reason: { kind: 'rule', rule: 'r', eventId: `e${offset}` },
});

async function append(
  records: readonly EventRecord[],
  entries: readonly LedgerEntry[] = [],
  erased: readonly ErasedMessage[] = [],
): Promise<void> {
  const offset = Math.max(...records.map((each) => each.offset), ...erased.map((each) => each.offset));
  const position = { partition: 3, epoch: 1, offset };
  await connection
    .getClient()
    .withSession((session) => session.withTransaction(() => store.append(position, records, entries, session, erased)));
}

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}
const pages = (): Promise<EventPageDocument[]> =>
  db().collection<EventPageDocument>(EVENT_PAGES_COLLECTION).find({ workspace }).sort({ first: 1 }).toArray();
const erase = (playerId: string, most = 100): Promise<number> => history.erase({ workspace, playerId }, most);

describe('erasing a player’s history', () => {
  it('takes the records out of pages that others share, and keeps where they stood', async () => {
    const [anna, bea] = [record(1, 'anna'), record(2, 'bea')];
    await append([anna, bea, record(3, 'anna')]);

    await erase('anna');

    expect(await all(store.ofPlayer(workspace, 'anna'))).toEqual([]);
    expect(await all(store.ofPlayer(workspace, 'bea'))).toEqual([bea]);
    expect((await store.find([anna, bea])).get(eventRecordId(anna))).toBeUndefined();
    expect(await store.findByEventId(workspace, 'e1')).toEqual([]);
    const [page] = await pages();
    expect(page).toMatchObject({ first: 1, last: 3, erased: [1, 3] });
    expect([page?.events.length, page?.players.length]).toEqual([1, 1]);
  });

  it('takes entries out of the ledger, with the page when it has no others', async () => {
    await append([record(1, 'anna'), record(2, 'bea')], [entry(1, 'anna'), entry(2, 'bea')]);
    await append([record(3, 'anna')], [entry(3, 'anna')]);

    await erase('anna');

    expect(await all(store.ledgerOfPlayer(workspace, 'anna'))).toEqual([]);
    expect(await all(store.ledgerOfPlayer(workspace, 'bea'))).toEqual([entry(2, 'bea')]);
    expect(await db().collection(LEDGER_PAGES_COLLECTION).countDocuments({ workspace })).toBe(1);
  });

  it('goes in steps of so many pages, and says that none is left', async () => {
    for (const offset of [1, 2, 3]) await append([record(offset, 'anna')], [entry(offset, 'anna')]);

    expect([await erase('anna', 2), await erase('anna', 2), await erase('anna', 2), await erase('anna', 2)]).toEqual([
      2, 2, 2, 0,
    ]);
    expect(await all(store.ofPlayer(workspace, 'anna'))).toEqual([]);
  });

  it('loses nothing when two do it at once for different players', async () => {
    const others = [record(3, 'carl'), record(4, 'dora')];
    await append([record(1, 'anna'), record(2, 'bea'), ...others]);

    const both = async (): Promise<number> =>
      (await Promise.all([erase('anna'), erase('bea')])).reduce((a, b) => a + b);
    while ((await both()) > 0);

    const [page] = await pages();
    expect(page?.erased).toEqual([1, 2]);
    expect(await all(store.newestFirst({ workspace }))).toEqual([...others].reverse());
  });

  it('keeps nothing of a message that came afterwards but where it stood', async () => {
    await append(
      [record(2, 'bea')],
      [],
      [
        { workspace, offset: 3, decidedAt: 3_003 },
        { workspace, offset: 1, decidedAt: 3_001 },
      ],
    );

    expect((await pages()).map(({ first, last, erased, events }) => [first, last, erased, events.length])).toEqual([
      [1, 3, [1, 3], 0],
      [2, 2, undefined, 1],
    ]);
    expect(await all(store.newestFirst({ workspace }))).toEqual([record(2, 'bea')]);
  });
});

describe('a player who is being erased', () => {
  it('is shown to nobody', async () => {
    const records = [record(1, 'anna'), record(2, 'bea')];
    const _id = new ErasureKey('k').tombstoneOf(workspace, 'anna');
    const place = { partition: 3, epoch: 1, offset: 5, erasedAt: 1 };
    await new Tombstones(db()).collection.insertOne({ _id, workspace, ...place, sweep: { playerId: 'anna' } });

    expect(await store.readable(workspace, records)).toEqual([record(2, 'bea')]);
    expect(await store.readable('ws_other', records)).toEqual(records);
  });
});

describe('the erasure key', () => {
  it('names players of different workspaces, and under different keys, differently', () => {
    const names = [
      new ErasureKey('k').tombstoneOf('ws_1', 'anna'),
      new ErasureKey('k').tombstoneOf('ws_2', 'anna'),
      new ErasureKey('k').tombstoneOf('ws_1', 'bea'),
      new ErasureKey('l').tombstoneOf('ws_1', 'anna'),
    ];
    expect(new Set(names).size).toBe(4);
    expect(names.every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
    expect(new ErasureKey('k').tombstoneOf('ws_1', 'anna')).toBe(names[0]);
  });
});
