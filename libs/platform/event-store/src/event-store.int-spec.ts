import { type EventRecord, type LedgerEntry, eventRecordId } from '@laurel/contracts';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { testServers, uniqueTestScope } from '@laurel/testing';
import fc from 'fast-check';
import { EVENT_PAGES_COLLECTION, MAX_PAGE_SPAN_MS } from './event-page.js';
import { aRecord } from './event-record.builder.js';
import { EventStore } from './event-store.js';
import { eventStoreIndexes } from './event-store.indexes.js';
import type { NewestFirst } from './newest-first.js';

const { database } = uniqueTestScope();
let connection: Awaited<ReturnType<typeof connectMongo>>;
let store: EventStore;
let workspaces = 0;

const db = () => connection.getClient().db(database);
const newWorkspace = (): string => `ws_${(workspaces += 1)}`;

beforeAll(async () => {
  connection = await connectMongo({ url: testServers().mongoUrl, database });
  await ensureIndexes(db(), eventStoreIndexes);
  store = new EventStore(db());
});
afterAll(async () => {
  await db().dropDatabase();
  await connection.close();
});

/** Appends one batch, as its records say where. */
async function append(records: readonly EventRecord[], entries: readonly LedgerEntry[] = []): Promise<void> {
  const { partition, epoch, offset } = records.at(-1) ?? aRecord();
  const session = connection.getClient().startSession();
  await session.withTransaction(() => store.append({ partition, epoch, offset }, records, entries, session));
  await session.endSession();
}

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

describe('the event store', () => {
  it('finds all records of an event, of one player or of any, in the order of the log', async () => {
    const workspace = newWorkspace();
    const first = aRecord({ workspace, offset: 1 });
    const again = aRecord({ workspace, offset: 5, status: 'duplicate' });
    const others = aRecord({ workspace, offset: 2, playerId: 'chelsea' });
    const longer = aRecord({ workspace, offset: 3, eventId: 'match-10' });
    await append([first, others, longer]);
    await append([again]);

    expect(await store.find([first, longer])).toEqual(
      new Map([
        [eventRecordId(first), [first, again]],
        [eventRecordId(longer), [longer]],
      ]),
    );
    expect(await store.findByEventId(workspace, 'match-1')).toEqual([first, others, again]);
    expect(await store.find([{ ...first, workspace: newWorkspace() }])).toEqual(new Map());
    expect(await store.find([])).toEqual(new Map());
  });

  it('reads a player’s history, and a range of a partition’s', async () => {
    const workspace = newWorkspace();
    const partition = 7;
    const records = Array.from({ length: 10 }, (_, offset) =>
      aRecord({ workspace, partition, offset, playerId: offset % 2 ? 'chelsea' : 'arsenal' }),
    );
    await append(records.slice(0, 4));
    await append(records.slice(4));

    expect(await all(store.ofPlayer(workspace, 'chelsea'))).toEqual(records.filter(({ offset }) => offset % 2));
    expect((await all(store.ofPartition(partition, 1, { after: 2, upTo: 6 }))).flat()).toEqual(records.slice(3, 7));
    expect(await all(store.ofPartition(partition, 2, { after: -1, upTo: 100 }))).toEqual([]);
  });

  it('keeps the ledger of a player and of a partition up to a position', async () => {
    const workspace = newWorkspace();
    const entry = (id: string, playerId: string): LedgerEntry => ({
      id,
      workspace,
      playerId,
      currency: 'coins',
      amount: 2,
      balanceAfter: 4,
      reason: { kind: 'rule', rule: 'win', eventId: id },
      at: 3_000,
    });
    const [one, other, later] = [entry('a', 'arsenal'), entry('b', 'chelsea'), entry('c', 'arsenal')];
    await append([aRecord({ workspace, partition: 8, offset: 1 })], [one, other]);
    await append([aRecord({ workspace, partition: 8, offset: 2 })], [later]);

    expect(await all(store.ledgerOfPlayer(workspace, 'arsenal'))).toEqual([one, later]);
    expect(await all(store.ledgerOfPartition(8, { epoch: 1, offset: 1 }))).toEqual([[one, other]]);
  });

  it('writes nothing when the transaction it is part of is aborted', async () => {
    const record = aRecord({ workspace: newWorkspace() });
    const session = connection.getClient().startSession();
    session.startTransaction();
    await store.append({ partition: 3, epoch: 1, offset: 42 }, [record], [], session);
    await session.abortTransaction();
    await session.endSession();

    expect(await store.find([record])).toEqual(new Map());
  });
});

/** Batches of several partitions and epochs, whose times overlap: rising within each partition. */
const batches = fc
  .array(
    fc.record({
      partition: fc.integer({ min: 0, max: 3 }),
      newEpoch: fc.boolean(),
      pausesMs: fc.array(fc.constantFrom(0, 0, 1, 7, 30_000), { minLength: 1, maxLength: 5 }),
      other: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((drafts) => {
    const heads = new Map<number, { epoch: number; offset: number; decidedAt: number }>();
    return drafts.map(({ partition, newEpoch, pausesMs, other }) => {
      let { epoch, offset, decidedAt } = heads.get(partition) ?? { epoch: 1, offset: -1, decidedAt: 1_000_000 };
      if (newEpoch) [epoch, offset] = [epoch + 1, -1];
      const records = pausesMs.map((pauseMs) => {
        offset += 1;
        decidedAt += pauseMs;
        return aRecord({ partition, epoch, offset, decidedAt, playerId: `${partition}-${String(other)}` });
      });
      heads.set(partition, { epoch, offset, decidedAt });
      return records;
    });
  });

const byDecision = (left: EventRecord, right: EventRecord): number =>
  right.decidedAt - left.decidedAt ||
  right.epoch - left.epoch ||
  left.partition - right.partition ||
  right.offset - left.offset;

/** A listing in parts of `size`, each begun behind the last record of the one before. */
async function walk(query: NewestFirst, size: number): Promise<EventRecord[]> {
  const seen: EventRecord[] = [];
  for (;;) {
    const part: EventRecord[] = [];
    for await (const record of store.newestFirst({ ...query, behind: seen.at(-1) })) {
      part.push(record);
      if (part.length === size) break;
    }
    seen.push(...part);
    if (part.length < size) return seen;
  }
}

describe('records, newest first', () => {
  it('come in the order of their decision, whole or in parts, of a workspace, a player or a time', async () => {
    const time = fc.option(fc.integer({ min: 999_990, max: 1_120_000 }), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(batches, time, time, fc.integer({ min: 1, max: 7 }), async (drafts, from, to, size) => {
        const workspace = newWorkspace();
        const batch = drafts.map((records) => records.map((record) => ({ ...record, workspace })));
        for (const records of batch) await append(records);
        const expected = batch
          .flat()
          .filter(({ decidedAt }) => decidedAt >= (from ?? 0) && decidedAt < (to ?? Infinity))
          .sort(byDecision);

        expect(await all(store.newestFirst({ workspace, from, to }))).toEqual(expected);
        expect(await walk({ workspace, from, to }, size)).toEqual(expected);
        for (const playerId of new Set(expected.map((record) => record.playerId))) {
          const own = expected.filter((record) => record.playerId === playerId);
          expect(await walk({ workspace, from, to, playerId }, size)).toEqual(own);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are not repeated or skipped when newer ones come between two parts', async () => {
    const workspace = newWorkspace();
    const records = Array.from({ length: 6 }, (_, offset) => aRecord({ workspace, offset, decidedAt: 1_000 + offset }));
    await append(records.slice(0, 4));
    const first = (await all(store.newestFirst({ workspace }))).slice(0, 2);
    await append(records.slice(4));

    const rest = await all(store.newestFirst({ workspace, behind: first.at(-1) }));

    expect([...first, ...rest].map(({ offset }) => offset)).toEqual([3, 2, 1, 0]);
  });

  it('come in parts, one for each page and one at the end', async () => {
    const workspace = newWorkspace();
    for (let offset = 0; offset < 5; offset += 1) await append([aRecord({ workspace, offset, decidedAt: offset })]);
    const parts = await all(store.newestFirstInParts({ workspace }));
    expect(parts.map((part) => part.map(({ offset }) => offset))).toEqual([[], [4], [3], [2], [1], [0]]);
  });

  it('of an old time are found without reading what is newer', async () => {
    const workspace = newWorkspace();
    const spans = Array.from({ length: 50 }, (_, index) => index * 2 * MAX_PAGE_SPAN_MS);
    for (const decidedAt of spans) await append([aRecord({ workspace, offset: decidedAt, decidedAt })]);
    const pages = db().collection(EVENT_PAGES_COLLECTION);
    const filter = { workspace, to: { $gte: 0, $lte: MAX_PAGE_SPAN_MS }, from: { $lte: 0 } };

    const plan = await pages.find(filter).sort({ to: -1 }).explain('executionStats');

    expect(plan['executionStats']).toMatchObject({ nReturned: 1, totalDocsExamined: 1 });
    expect(await all(store.newestFirst({ workspace, to: 1 }))).toHaveLength(1);
  });
});
