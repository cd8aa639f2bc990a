import {
  BOARD_WINDOWS_COLLECTION,
  type BoardWindowDocument,
  FROZEN_CHUNK,
  FROZEN_PLACES_COLLECTION,
  FROZEN_ROWS_COLLECTION,
  type FrozenPlacesDocument,
  type FrozenRow,
  type FrozenRowsDocument,
  boardWindowId,
  frozenBucket,
  frozenPlacesId,
  frozenRowsId,
} from '@laurel/contracts';
import { connectMongo } from '@laurel/platform-mongo';
import { testServers, uniqueTestScope } from '@laurel/testing';
import type { Db } from 'mongodb';
import { FrozenTraces } from './frozen-traces.mongo.js';
import { MongoFrozenWindows } from './frozen-windows.mongo.js';

const BOARD = 'top@1';
const BUCKETS = 3;
const ROWS = 2_500;
const scope = uniqueTestScope();
const { workspace } = scope;
const rows: FrozenRow[] = Array.from({ length: ROWS }, (_, place) => ({
  playerId: `player-${place}`,
  rank: place + 1,
  score: ROWS - place,
  columns: [],
  reachedAt: 1,
  parts: [place % 2 === 0 ? 'half:even' : 'half:odd', 'team:red'],
}));
const odd = rows.filter((_, place) => place % 2 === 1).map((row, place) => ({ ...row, rank: place + 1 }));
const week: BoardWindowDocument = {
  _id: boardWindowId(workspace, BOARD, '2026-W47'),
  workspace,
  board: BOARD,
  window: '2026-W47',
  name: 'weekly',
  timeZone: 'UTC',
  start: 0,
  end: 1,
  closesAt: 1,
  ending: 'ended',
  release: 1,
  state: 'frozen',
  barrier: 'one',
  total: ROWS,
  buckets: BUCKETS,
};

let connection: Awaited<ReturnType<typeof connectMongo>>;
let db: Db;
let frozen: MongoFrozenWindows;

const chunksOf = (part: string, all: readonly FrozenRow[]): FrozenRowsDocument[] =>
  Array.from({ length: Math.ceil(all.length / FROZEN_CHUNK) }, (_, chunk) => {
    const first = chunk * FROZEN_CHUNK;
    const _id = frozenRowsId(workspace, BOARD, week.window, part, first);
    return {
      _id,
      workspace,
      board: BOARD,
      window: week.window,
      part,
      first,
      rows: all.slice(first, first + FROZEN_CHUNK),
    };
  });

beforeAll(async () => {
  connection = await connectMongo({ url: testServers().mongoUrl, database: scope.database });
  db = connection.getClient().db(scope.database);
  frozen = new MongoFrozenWindows(db);
  await db.collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION).insertOne(week);
  await db
    .collection<FrozenRowsDocument>(FROZEN_ROWS_COLLECTION)
    .insertMany([...chunksOf('', rows), ...chunksOf('half:odd', odd)]);
  const buckets = Array.from({ length: BUCKETS }, (_, bucket): FrozenPlacesDocument => {
    const places = rows.flatMap(({ playerId }, place): FrozenPlacesDocument['places'][number][] =>
      frozenBucket(playerId, BUCKETS) === bucket ? [[playerId, place, Math.floor(place / 2), place]] : [],
    );
    const _id = frozenPlacesId(workspace, BOARD, week.window, bucket);
    return { _id, workspace, board: BOARD, window: week.window, bucket, places };
  });
  await db.collection<FrozenPlacesDocument>(FROZEN_PLACES_COLLECTION).insertMany(buckets);
});

afterAll(async () => {
  await db.dropDatabase();
  await connection.close();
});

describe('a frozen window', () => {
  it('is found by its key, in its workspace alone', async () => {
    expect(await frozen.find(workspace, BOARD, '2026-W47')).toEqual(week);
    expect(await frozen.find(workspace, BOARD, '2026-W48')).toBeUndefined();
    expect(await frozen.find('ws_other', BOARD, '2026-W47')).toBeUndefined();
  });

  it.each([
    [0, 10],
    [995, 10],
    [999, 1],
    [1_000, 1_000],
    [500, 1_900],
    [2_495, 10],
    [2_500, 10],
    [9_000, 10],
    [0, 0],
  ])('gives the rows from %i on, %i at most, over the edges of its chunks', async (first, limit) => {
    expect(await frozen.rows(week, '', first, limit)).toEqual(rows.slice(first, first + limit));
  });

  it('gives the rows of a part, with the ranks that they have there', async () => {
    expect(await frozen.rows(week, 'half:odd', 1_200, 100)).toEqual(odd.slice(1_200));
    expect(await frozen.rows(week, 'half:none', 0, 100)).toEqual([]);
  });

  it('knows where a player stands, on the whole board and in each of the parts', async () => {
    expect(await frozen.place(week, '', 'player-1999')).toBe(1_999);
    expect(await frozen.place(week, 'half:odd', 'player-1999')).toBe(999);
    expect(await frozen.place(week, 'half:even', 'player-1999')).toBeUndefined();
    expect(await frozen.place(week, '', 'nobody')).toBeUndefined();
  });

  it('gives nothing while it is closing', async () => {
    const closing: BoardWindowDocument = { ...week, state: 'closing' };

    expect(await frozen.rows(closing, '', 0, 10)).toEqual([]);
    expect(await frozen.place(closing, '', 'player-1')).toBeUndefined();
  });

  it('keeps the row of a player who is erased, and not the player', async () => {
    const traces = new FrozenTraces(db);
    await traces.erase('ws_other', 'player-1999', 'nobody');
    expect(await frozen.place(week, '', 'player-1999')).toBe(1_999);

    await traces.erase(workspace, 'player-1999', 'tombstone-1');
    await traces.erase(workspace, 'player-1999', 'tombstone-1');

    expect(await frozen.place(week, '', 'player-1999')).toBeUndefined();
    expect(await frozen.place(week, '', 'player-1998')).toBe(1_998);
    expect(await frozen.rows(week, '', 1_999, 1)).toEqual([{ ...rows[1_999], playerId: 'tombstone-1', erased: true }]);
    expect(await frozen.rows(week, 'half:odd', 999, 1)).toEqual([
      { ...odd[999], playerId: 'tombstone-1', erased: true },
    ]);
  });

  it('keeps nobody of several who are erased at once, though their places stand together', async () => {
    const traces = new FrozenTraces(db);
    const erased = Array.from({ length: 24 }, (_, index) => `player-${index}`);

    await Promise.all(erased.map((player) => traces.erase(workspace, player, `tombstone-${player}`)));

    for (const player of erased) expect(await frozen.place(week, '', player)).toBeUndefined();
    expect((await frozen.rows(week, '', 0, 24)).map(({ playerId }) => playerId)).toEqual(
      erased.map((player) => `tombstone-${player}`),
    );
    expect(await frozen.place(week, '', 'player-24')).toBe(24);
  });

  it('keeps nobody who is erased while it is being frozen', async () => {
    const _id = boardWindowId(workspace, BOARD, week.window);
    const windows = db.collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION);
    await windows.updateOne({ _id }, { $set: { state: 'closing', freezer: 'someone' } });
    await new FrozenTraces(db).erase(workspace, 'player-1000', 'tombstone-1000');
    await windows.updateOne({ _id }, { $set: { state: 'frozen' }, $unset: { freezer: '' } });

    expect(await frozen.place(week, '', 'player-1000')).toBeUndefined();
    expect(await frozen.rows(week, '', 1_000, 1)).toMatchObject([{ playerId: 'tombstone-1000' }]);
  });
});
