import {
  BOARD_WINDOWS_COLLECTION,
  type BoardWindowDocument,
  FROZEN_CHUNK,
  FROZEN_PLACES_COLLECTION,
  FROZEN_ROWS_COLLECTION,
  type FrozenPlacesDocument,
  type FrozenRow,
  type FrozenRowsDocument,
  RELEASES_COLLECTION,
  STANDING_CORRECTIONS_COLLECTION,
  boardWindowId,
  frozenBucket,
  frozenPlacesId,
  frozenRowsId,
  releaseDocumentId,
} from '@laurel/contracts';
import { rankEntries } from '@laurel/leaderboards-domain';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { testServers, uniqueTestScope } from '@laurel/testing';
import type { Db } from 'mongodb';
import type { FrozenAct } from '../correct-frozen/frozen-corrections.js';
import { moderationIndexes } from '../correct-frozen/correction.indexes.js';
import { MongoFrozenWindows } from '../frozen/frozen-windows.mongo.js';
import { aBoard } from '../reading/board.builder.js';
import { MongoFrozenCorrections } from './frozen-corrections.mongo.js';

const WINDOW = '2026-W46';
const BUCKETS = 3;
const TOTAL = 2_001;
const board = aBoard({
  key: 'top',
  ties: { columns: [], then: 'shared' },
  splits: [
    { key: 'half', attributes: ['half'] },
    { key: 'team', attributes: ['team'] },
  ],
});
const BOARD = 'top@1';
const scope = uniqueTestScope();
const { workspace } = scope;

/** Players of two halves and one team; every second one shares the place of the one before. */
const initial = (): FrozenRow[] =>
  rankEntries(
    board,
    Array.from({ length: TOTAL }, (_, index) => ({
      playerId: `player-${String(index).padStart(4, '0')}`,
      score: 10_000 - index + (index % 2),
      columns: [],
      reachedAt: 0,
      parts: [index % 4 < 2 ? 'half:one' : 'half:two', 'team:red'],
    })),
  );

let connection: Awaited<ReturnType<typeof connectMongo>>;
let db: Db;
let frozen: MongoFrozenWindows;
let corrections: MongoFrozenCorrections;
let orders: number;
/** What the window must hold. */
let model: FrozenRow[];

const inPart = (part: string): FrozenRow[] =>
  rankEntries(
    board,
    model.filter(({ parts }) => part === '' || parts?.includes(part)).map((row) => ({ ...row, reachedAt: 0 })),
  );

beforeAll(async () => {
  connection = await connectMongo({ url: testServers().mongoUrl, database: scope.database });
  db = connection.getClient().db(scope.database);
  frozen = new MongoFrozenWindows(db);
  corrections = new MongoFrozenCorrections(db);
  await ensureIndexes(db, [
    ...moderationIndexes,
    ...[BOARD_WINDOWS_COLLECTION, FROZEN_ROWS_COLLECTION, FROZEN_PLACES_COLLECTION].map((collection) => ({
      collection,
      indexes: [],
    })),
  ]);
});

beforeEach(async () => {
  for (const { name } of await db.listCollections().toArray()) await db.collection(name).deleteMany({});
  orders = 0;
  model = initial();
  await db
    .collection<{ _id: string; workspace: string; release: number; program: object }>(RELEASES_COLLECTION)
    .insertOne({ _id: releaseDocumentId(workspace, 1), workspace, release: 1, program: { leaderboards: [board] } });
  const lists = ['', 'half:one', 'half:two', 'team:red'].map((part) => ({ part, rows: inPart(part) }));
  const rowsOf = (part: string) => lists.find((list) => list.part === part)?.rows ?? [];
  await db.collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION).insertOne({
    _id: boardWindowId(workspace, BOARD, WINDOW),
    ...{ workspace, board: BOARD, window: WINDOW, name: 'weekly', timeZone: 'UTC', start: 0, end: 1, closesAt: 1 },
    ...{ ending: 'ended', release: 1, state: 'frozen', barrier: 'one', settledAt: 2 },
    total: TOTAL,
    parts: Object.fromEntries(lists.slice(1).map(({ part, rows }) => [part, rows.length])),
    buckets: BUCKETS,
  });
  await db.collection<FrozenRowsDocument>(FROZEN_ROWS_COLLECTION).insertMany(
    lists.flatMap(({ part, rows }) =>
      Array.from({ length: Math.ceil(rows.length / FROZEN_CHUNK) }, (_, chunk): FrozenRowsDocument => {
        const first = chunk * FROZEN_CHUNK;
        const _id = frozenRowsId(workspace, BOARD, WINDOW, part, first);
        const own = rows.slice(first, first + FROZEN_CHUNK);
        return { _id, workspace, board: BOARD, window: WINDOW, part, first, rows: own };
      }),
    ),
  );
  const placeIn = (part: string, playerId: string) => rowsOf(part).findIndex((row) => row.playerId === playerId);
  await db.collection<FrozenPlacesDocument>(FROZEN_PLACES_COLLECTION).insertMany(
    Array.from({ length: BUCKETS }, (_, bucket): FrozenPlacesDocument => {
      const own = model.filter(({ playerId }) => frozenBucket(playerId, BUCKETS) === bucket);
      const places = own.map(({ playerId, parts = [] }): FrozenPlacesDocument['places'][number] => [
        playerId,
        placeIn('', playerId),
        ...parts.map((part) => placeIn(part, playerId)),
      ]);
      const _id = frozenPlacesId(workspace, BOARD, WINDOW, bucket);
      return { _id, workspace, board: BOARD, window: WINDOW, bucket, places };
    }),
  );
});

afterAll(async () => {
  await db.dropDatabase();
  await connection.close();
});

const windowNow = async (): Promise<BoardWindowDocument> => {
  const found = await frozen.find(workspace, BOARD, WINDOW);
  if (!found) throw new Error('the window is gone');
  return found;
};

async function correct(playerId: string, act: FrozenAct, key = `order-${(orders += 1)}`) {
  const order = { playerId, act, reason: 'a test', by: 'key_1', at: 1_000 + orders, key };
  return corrections.correct(await windowNow(), order);
}

/** Compares all that is kept of the window with the model, places of some players included. */
async function expectModel(): Promise<void> {
  const window = await windowNow();
  expect(window.total).toBe(model.length);
  for (const part of ['', 'half:one', 'half:two', 'team:red']) {
    const expected = inPart(part);
    const rows = await frozen.rows(window, part, 0, TOTAL + 10);
    expect(rows.map((row) => ({ ...row, reachedAt: 0 }))).toEqual(expected);
    if (part !== '') expect(window.parts?.[part]).toBe(expected.length);
    for (const place of [0, 500, 999, 1_000, expected.length - 1]) {
      const row = expected[place];
      if (row)
        expect([part, row.playerId, await frozen.place(window, part, row.playerId)]).toEqual([
          part,
          row.playerId,
          place,
        ]);
    }
  }
}

const rowOf = (playerId: string): FrozenRow | undefined => model.find((row) => row.playerId === playerId);

describe('a correction of a window that has ended', () => {
  it.each([
    ['the first', 'player-0000'],
    ['one at the edge of a chunk', 'player-1000'],
    ['the last, alone in its chunk', 'player-2000'],
  ])('removes %s, and who stood behind moves up, in each part too', async (_, playerId) => {
    const before = rowOf(playerId);
    const corrected = await correct(playerId, { kind: 'remove' });

    expect(corrected).toMatchObject({ ok: true, value: { before: { score: before?.score }, after: null } });
    model = model.filter((row) => row.playerId !== playerId);
    await expectModel();
    expect(await frozen.place(await windowNow(), '', playerId)).toBeUndefined();
  });

  it.each([
    ['up', 'player-1500', 9_995],
    ['down', 'player-0003', 8_400],
    ['to the very top', 'player-2000', 20_000],
    ['to the very end', 'player-0000', -1],
    ['into a tie', 'player-0010', 9_000],
  ])('moves %s who is adjusted', async (_, playerId, score) => {
    const corrected = await correct(playerId, { kind: 'adjust', mode: 'set', score });

    expect(corrected).toMatchObject({
      ok: true,
      value: { before: { score: rowOf(playerId)?.score }, after: { score } },
    });
    model = model.map((row) => (row.playerId === playerId ? { ...row, score } : row));
    await expectModel();
  });

  it('hides a player, and shows the player again where the row stood', async () => {
    const all = model;
    expect(await correct('player-0700', { kind: 'hide' })).toMatchObject({ ok: true });
    model = all.filter((row) => row.playerId !== 'player-0700');
    await expectModel();
    expect(await correct('player-0700', { kind: 'hide' })).toMatchObject({ error: { code: 'scoring.no_standing' } });

    expect(await correct('player-0700', { kind: 'unhide' })).toMatchObject({ ok: true, value: { before: null } });

    model = all;
    await expectModel();
  });

  it('is carried out once under one key, and remembered', async () => {
    const [first, second] = [
      await correct('player-0005', { kind: 'adjust', mode: 'add', score: 7 }, 'one'),
      await correct('player-0005', { kind: 'adjust', mode: 'add', score: 7 }, 'one'),
    ];
    expect(second).toEqual(first);
    model = model.map((row) => (row.playerId === 'player-0005' ? { ...row, score: row.score + 7 } : row));
    await expectModel();
    await correct('player-0005', { kind: 'remove' });
    expect(await corrections.ofPlayer(workspace, BOARD, 'player-0005')).toMatchObject([
      { kind: 'adjust', reason: 'a test', by: 'key_1', window: WINDOW },
      { kind: 'remove', after: null },
    ]);
    expect(await corrections.ofPlayer('ws_other', BOARD, 'player-0005')).toEqual([]);
  });

  it('waits for another one of the same window', async () => {
    await Promise.all(
      ['player-0001', 'player-0500', 'player-1999'].map((playerId) => correct(playerId, { kind: 'remove' }, playerId)),
    );
    model = model.filter(({ playerId }) => !['player-0001', 'player-0500', 'player-1999'].includes(playerId));
    await expectModel();
  });

  it.each<[string, string, FrozenAct, string]>([
    ['of who is not in it', 'nobody', { kind: 'remove' }, 'scoring.no_standing'],
    ['to show who is not hidden', 'player-0001', { kind: 'unhide' }, 'scoring.no_standing'],
    [
      'beyond the safe integers',
      'player-0001',
      { kind: 'adjust', mode: 'add', score: Number.MAX_SAFE_INTEGER },
      'http.invalid_input',
    ],
  ])('is refused %s, and changes nothing', async (_, playerId, act, code) => {
    expect(await correct(playerId, act)).toMatchObject({ ok: false, error: { code } });
    await expectModel();
    expect((await windowNow()).corrections).toBeUndefined();
    expect(await db.collection(STANDING_CORRECTIONS_COLLECTION).countDocuments()).toBe(0);
  });

  it('is refused until all that follows from the end of the window is done', async () => {
    await db
      .collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION)
      .updateOne({ window: WINDOW }, { $unset: { settledAt: true } });
    expect(await correct('player-0001', { kind: 'remove' })).toMatchObject({
      ok: false,
      error: { code: 'leaderboards.window_not_final', retryAfterSeconds: 2 },
    });
  });
});
