import {
  BOARD_WINDOWS_COLLECTION,
  type BoardWindowDocument,
  FROZEN_PLACES_COLLECTION,
  FROZEN_ROWS_COLLECTION,
  type FrozenRowsDocument,
  RELEASES_COLLECTION,
  TOMBSTONES_COLLECTION,
  frozenRowsId,
  releaseDocumentId,
} from '@laurel/contracts';
import { type Entry, boardId, rankEntries } from '@laurel/leaderboards-domain';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { testServers, uniqueTestScope } from '@laurel/testing';
import type { Db } from 'mongodb';
import { FrozenPortion } from '../freeze-window/frozen-portion.js';
import { FrozenTraces } from '../frozen/frozen-traces.mongo.js';
import { aFrozenWindow } from '../frozen/frozen-windows.builder.js';
import { aBoard } from '../reading/board.builder.js';
import { FinalStandings } from './final-standings.js';

const PLAYERS = 1_100;
const WHO = 'player-0007';
const scope = uniqueTestScope();
const { workspace } = scope;
const board = aBoard({ splits: [{ key: 'half', attributes: ['half'] }] });
const BOARD = boardId(board);
const window = aFrozenWindow({ workspace, board: BOARD, buckets: 2 });
const { start, closesAt } = window;
let connection: Awaited<ReturnType<typeof connectMongo>>;
let db: Db;

/** Players of two halves, with ties of all kinds among them. */
const players = Array.from({ length: PLAYERS }, (_, index) => ({
  playerId: `player-${String(index).padStart(4, '0')}`,
  entry: {
    score: index % 90,
    columns: [index % 7],
    reachedAt: start + (index % 5),
    parts: [index % 2 === 0 ? 'half:one' : 'half:two'],
  },
}));

beforeAll(async () => {
  connection = await connectMongo({ url: testServers().mongoUrl, database: scope.database });
  db = connection.getClient().db(scope.database);
  const collections = [BOARD_WINDOWS_COLLECTION, FROZEN_ROWS_COLLECTION, FROZEN_PLACES_COLLECTION];
  await ensureIndexes(
    db,
    collections.map((collection) => ({ collection, indexes: [] })),
  );
});

beforeEach(async () => {
  for (const { name } of await db.listCollections().toArray()) await db.collection(name).deleteMany({});
  await db
    .collection<{ _id: string; workspace: string; release: number; program: object }>(RELEASES_COLLECTION)
    .insertOne({ _id: releaseDocumentId(workspace, 1), workspace, release: 1, program: { leaderboards: [board] } });
  const portion = new FrozenPortion(board, window, 2);
  const ranked = rankEntries(
    board,
    players.map(({ playerId, entry }) => ({ playerId, ...entry })),
  );
  for (const row of ranked) portion.take(row);
  await db.client.withSession((session) => session.withTransaction(() => portion.write(db, session)));
  const { total, parts = {} } = portion;
  await db.collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION).insertOne({ ...window, total, parts });
});

afterAll(async () => {
  await db.dropDatabase();
  await connection.close();
});

const standing = (playerId: string, entry: Entry) => ({
  ...{ workspace, playerId },
  boards: new Map([[BOARD, new Map([[window.window, entry]])]]),
});

/** Compares, with players as they stood when the window closed. */
async function compare(stood: readonly { readonly playerId: string; readonly entry: Entry }[] = players) {
  const standings = await FinalStandings.of(db, [workspace]);
  for (const { playerId, entry } of stood) standings.stood(standing(playerId, entry), closesAt - 1, Infinity);
  return standings.compare();
}

const others = players.filter(({ playerId }) => playerId !== WHO);
const changeFirstRow = (change: Readonly<Record<string, unknown>>) =>
  db
    .collection<FrozenRowsDocument>(FROZEN_ROWS_COLLECTION)
    .updateOne({ _id: frozenRowsId(workspace, BOARD, window.window, '', 0) }, { $set: change });

describe('the standings that are kept of a window', () => {
  it('are right where they are the rows of its players when it closed, whatever became of those since', async () => {
    const standings = await FinalStandings.of(db, [workspace]);
    for (const { playerId, entry } of players) {
      standings.stood(standing(playerId, { ...entry, score: 1 }), closesAt - 2, closesAt - 1);
      standings.stood(standing(playerId, entry), closesAt - 1, closesAt);
      standings.stood(standing(playerId, { ...entry, hidden: true }), closesAt, Infinity);
    }

    expect(await standings.compare()).toEqual({ windows: 1, rows: PLAYERS, differences: [] });
  });

  it.each([
    ['a row too few', others, `${PLAYERS - 1} rows`],
    ['another score', [...others, { playerId: WHO, entry: { score: 99_999, columns: [0], reachedAt: start } }], 'rows'],
  ])('are wrong where the players give %s', async (_, stood, expected) => {
    const { differences } = await compare(stood);

    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatchObject({ board: BOARD, window: window.window, what: 'rows of players at its close' });
    expect(differences[0]?.expected).toContain(expected);
  });

  it('are wrong where a row is out of order, or numbered as the board does not', async () => {
    await changeFirstRow({ 'rows.3.rank': 3 });
    const { differences } = await compare();
    await changeFirstRow({ 'rows.3.rank': 4, 'rows.0.score': 0 });

    expect(differences).toMatchObject([{ expected: '4', found: '3' }]);
    expect((await compare()).differences.map(({ what }) => what.replace(/player-.*/, 'a player'))).toEqual([
      'place of a player',
      'rows of players at its close',
    ]);
  });

  it('are wrong where rows are gone, of the board or of a part', async () => {
    await db.collection(FROZEN_ROWS_COLLECTION).deleteMany({ part: 'half:one' });

    expect((await compare()).differences).toMatchObject([
      { what: 'rows of part half:one', expected: String(PLAYERS / 2), found: '0' },
    ]);
  });

  it('are right with rows of nobody, of players who were erased', async () => {
    const tombstone = 'f'.repeat(64);
    await db.collection<{ _id: string }>(TOMBSTONES_COLLECTION).insertOne({ _id: tombstone });
    await new FrozenTraces(db).erase(workspace, WHO, tombstone);

    expect((await compare(others)).differences).toEqual([]);
  });

  it('need not be those of the players where an operator corrected them', async () => {
    await db.collection(BOARD_WINDOWS_COLLECTION).updateOne({ window: window.window }, { $set: { corrections: 1 } });

    expect((await compare(others)).differences).toEqual([]);
  });
});
