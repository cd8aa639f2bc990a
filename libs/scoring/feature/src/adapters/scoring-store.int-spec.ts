import {
  BOARD_POSITIONS_COLLECTION,
  type CheckpointDocument,
  type EventRecord,
  type LedgerEntry,
  PARTITION_RELEASES_COLLECTION,
  PLAYERS_COLLECTION,
  QUARANTINE_COLLECTION,
  type QuarantineDocument,
} from '@laurel/contracts';
import { EVENT_PAGES_COLLECTION, EventStore, LEDGER_PAGES_COLLECTION } from '@laurel/platform-event-store';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { newPlayer } from '@laurel/scoring-domain';
import { testServers, uniqueTestScope } from '@laurel/testing';
import { type Commit, ScoringStore, StaleCheckpointError } from './scoring-store.mongo.js';
import { scoringIndexes } from './scoring.indexes.js';

const PARTITION = 3;

const checkpoint = (offset: number): CheckpointDocument => ({
  _id: PARTITION,
  epoch: 1,
  offset,
  fingerprint: `of ${offset}`,
  decidedAt: offset,
  published: offset,
});

const record = (offset: number): EventRecord => ({
  workspace: 'ws_1',
  eventId: `e${offset}`,
  playerId: 'anna',
  type: 'scored',
  occurredAt: 1,
  receivedAt: 2,
  decidedAt: 3,
  properties: {},
  partition: PARTITION,
  epoch: 1,
  offset,
  release: 1,
  status: 'processed',
  rules: [],
  effects: [{ kind: 'standing', board: 'top@1', window: 'all', score: 1, columns: [], reachedAt: 1 }],
});

const entry = (offset: number): LedgerEntry => ({
  id: `e${offset}`,
  workspace: 'ws_1',
  playerId: 'anna',
  currency: 'coins',
  amount: 1,
  balanceAfter: offset,
  reason: { kind: 'rule', rule: 'r', eventId: `e${offset}` },
  at: 3,
});

/** Everything that a batch can change. */
const batch = (from: CheckpointDocument | undefined, offset: number): Commit => ({
  partition: PARTITION,
  from,
  to: checkpoint(offset),
  records: [record(offset)],
  ledger: [entry(offset)],
  players: [{ ...newPlayer('ws_1', 'anna', 3), balances: new Map([['coins', offset]]) }],
  boards: [{ workspace: 'ws_1', board: 'top@1' }],
  releases: [{ workspace: 'ws_1', release: offset, offset }],
});

const COLLECTIONS = [
  EVENT_PAGES_COLLECTION,
  LEDGER_PAGES_COLLECTION,
  PLAYERS_COLLECTION,
  BOARD_POSITIONS_COLLECTION,
  PARTITION_RELEASES_COLLECTION,
];

describe('committing a batch', () => {
  const { database } = uniqueTestScope();
  let mongo: Awaited<ReturnType<typeof connectMongo>>;
  let store: ScoringStore;
  const db = () => mongo.getClient().db(database);
  const counts = () => Promise.all(COLLECTIONS.map((name) => db().collection(name).countDocuments()));
  const coins = async () => (await store.loadPlayers(['ws_1\u001fanna'])).get('ws_1\u001fanna')?.balances.get('coins');

  beforeEach(async () => {
    mongo = await connectMongo({ url: testServers().mongoUrl, database });
    await ensureIndexes(db(), scoringIndexes);
    store = new ScoringStore(db());
  });

  afterEach(async () => {
    await db().dropDatabase();
    await mongo.close();
  });

  it('brings records, ledger, players, board positions, releases and the checkpoint in together', async () => {
    await store.commit(batch(undefined, 5));

    expect(await counts()).toEqual([1, 1, 1, 1, 1]);
    expect(await store.loadCheckpoint(PARTITION)).toEqual(checkpoint(5));
    expect(await coins()).toBe(5);
  });

  it('brings nothing in when another owner has moved the checkpoint since', async () => {
    await store.commit(batch(undefined, 5));
    await store.commit(batch(checkpoint(5), 6));

    await expect(store.commit(batch(checkpoint(5), 7))).rejects.toThrow(StaleCheckpointError);

    expect(await counts()).toEqual([2, 2, 1, 1, 1]);
    expect((await store.loadCheckpoint(PARTITION))?.offset).toBe(6);
    expect(await coins()).toBe(6);
  });

  it('brings nothing in where a first batch was committed already', async () => {
    await store.commit(batch(undefined, 5));

    await expect(store.commit(batch(undefined, 5))).rejects.toThrow();

    expect(await counts()).toEqual([1, 1, 1, 1, 1]);
  });

  it('lets one of two owners win who commit at the same time', async () => {
    await store.commit(batch(undefined, 5));

    const outcomes = await Promise.allSettled([6, 7].map((offset) => store.commit(batch(checkpoint(5), offset))));

    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await counts()).toEqual([2, 2, 1, 1, 1]);
    expect(await coins()).toBe((await store.loadCheckpoint(PARTITION))?.offset);
  });

  it('brings nothing in when one of its documents can not be written', async () => {
    const commit = batch(undefined, 5);
    const tooLarge = { ...newPlayer('ws_1', 'bea', 3), balances: new Map([['x'.repeat(17 * 2 ** 20), 1]]) };

    await expect(store.commit({ ...commit, players: [...commit.players, tooLarge] })).rejects.toThrow();

    expect(await counts()).toEqual([0, 0, 0, 0, 0]);
    expect(await store.loadCheckpoint(PARTITION)).toBeNull();
  });

  it('knows whose entries on a board changed after a position', async () => {
    await store.commit(batch(undefined, 5));
    const board = { workspace: 'ws_1', board: 'top@1' };
    const since = (offset: number) => store.playersTouchedSince(PARTITION, board, { epoch: 1, offset }, 10);

    expect(await since(4)).toEqual(['anna']);
    expect(await since(5)).toEqual([]);
    expect(
      await store.playersTouchedSince(PARTITION, { ...board, board: 'flop@1' }, { epoch: 1, offset: 0 }, 10),
    ).toEqual([]);
  });

  it('takes a player who is erased out of the events that wait for a review, and nobody else', async () => {
    const held = (playerId: string, offset: number): EventRecord => ({
      ...{ ...record(offset), playerId, status: 'quarantined', effects: [] },
      heldBack: { stat: 'points', bound: 'max', limit: 1, amount: 2 },
    });
    const waiting = async () =>
      (await db().collection<QuarantineDocument>(QUARANTINE_COLLECTION).distinct('playerId')).sort();
    await store.commit({ ...batch(undefined, 6), records: [held('anna', 5), held('bea', 6)] });
    expect(await waiting()).toEqual(['anna', 'bea']);

    const tombstone = { _id: 't', workspace: 'ws_1', partition: PARTITION, epoch: 1, offset: 7, erasedAt: 3 };
    const erased = { tombstones: [{ ...tombstone, sweep: { playerId: 'anna' } }], messages: [] };
    await store.commit({ ...batch(checkpoint(6), 7), records: [], ledger: [], players: [], erased });

    expect(await waiting()).toEqual(['bea']);
  });

  it('keeps what a batch recorded where it is looked for', async () => {
    await store.commit(batch(undefined, 5));

    expect((await new EventStore(db()).find([record(5)])).size).toBe(1);
  });
});
