import {
  BOARD_WINDOWS_COLLECTION,
  type BoardWindowDocument,
  FROZEN_CHUNK,
  FROZEN_PLACES_COLLECTION,
  FROZEN_ROWS_COLLECTION,
  type FrozenPlacesDocument,
  type FrozenRowsDocument,
  boardWindowId,
  frozenPlacesId,
  frozenRowsId,
} from '@laurel/contracts';
import { boardId } from '@laurel/leaderboards-domain';
import { connectMongo } from '@laurel/platform-mongo';
import { FakeClock, testServers, uniqueTestScope } from '@laurel/testing';
import type { Db } from 'mongodb';
import { MongoRetiredWindows } from '../adapters/retired-windows.mongo.js';
import { aBoard } from '../reading/board.builder.js';
import { RetireWindows } from './retire-windows.js';

const NOW = Date.UTC(2026, 10, 21);
const WORKSPACE = 'ws_1';
const ID = boardId(aBoard());

let connection: Awaited<ReturnType<typeof connectMongo>>;
let db: Db;
let store: MongoRetiredWindows;

beforeEach(async () => {
  const { database } = uniqueTestScope();
  connection = await connectMongo({ url: testServers().mongoUrl, database });
  db = connection.getClient().db(database);
  store = new MongoRetiredWindows(db);
  for (let number = 1; number <= 5; number += 1) await close(number);
});
afterEach(async () => {
  await db.dropDatabase();
  await connection.close();
});

const windows = () => db.collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION);
const rows = () => db.collection<FrozenRowsDocument>(FROZEN_ROWS_COLLECTION);
const places = () => db.collection<FrozenPlacesDocument>(FROZEN_PLACES_COLLECTION);

/** A window of 2,500 rows with one part and two buckets. */
async function close(number: number, more: Partial<BoardWindowDocument> = {}): Promise<BoardWindowDocument> {
  const window = `2026-W4${number}`;
  const document: BoardWindowDocument = {
    ...{ _id: boardWindowId(WORKSPACE, ID, window), workspace: WORKSPACE, board: ID, window, name: 'weekly' },
    ...{ timeZone: 'UTC', start: number, end: number + 1, closesAt: number + 1, ending: 'ended', release: 1 },
    ...{ state: 'frozen', barrier: 'b', total: 2_500, parts: { 'team:red': 1_200 }, buckets: 2, settledAt: NOW },
    ...more,
  };
  await windows().insertOne(document);
  const common = { workspace: WORKSPACE, board: ID, window };
  const chunk = (part: string, first: number): FrozenRowsDocument => ({
    ...{ _id: frozenRowsId(WORKSPACE, ID, window, part, first), ...common, part, first, rows: [] },
  });
  const chunks = [0, 1, 2].map((each) => chunk('', each * FROZEN_CHUNK));
  await rows().insertMany([...chunks, chunk('team:red', 0), chunk('team:red', FROZEN_CHUNK)]);
  const bucket = (each: number) => ({ _id: frozenPlacesId(WORKSPACE, ID, window, each), ...common, bucket: each });
  await places().insertMany([0, 1].map((each) => ({ ...bucket(each), places: [] })));
  return document;
}

const follow = (keepWindows: number | undefined, after = 'weekly') => {
  const board = aBoard(keepWindows === undefined ? {} : { keepWindows });
  const follower = new RetireWindows(
    { current: (_, id) => Promise.resolve(id === boardId(board) ? board : undefined) },
    store,
    new FakeClock(NOW),
  );
  return follower.afterFrozen({ workspace: WORKSPACE, board: ID, name: after } as BoardWindowDocument);
};
const kept = async () => ({
  windows: (
    await windows()
      .find({ retiredAt: { $exists: false } })
      .sort({ end: 1 })
      .toArray()
  ).map((each) => each.window),
  rows: (await rows().distinct('window')).sort(),
  places: (await places().distinct('window')).sort(),
});

describe('the rows of old windows', () => {
  it('go beyond the number that the leaderboard keeps, all of them, and the windows stay listed', async () => {
    await follow(2);
    const last = ['2026-W44', '2026-W45'];
    expect(await kept()).toEqual({ windows: last, rows: last, places: last });
    const retired = await windows().findOne({ window: '2026-W43' });
    expect(retired).toMatchObject({ retiredAt: NOW, total: 0, state: 'frozen' });
    expect(retired).not.toHaveProperty('removing');
  });

  it('count the window that has just closed, whose followers are under way', async () => {
    await windows().updateOne({ window: '2026-W45' }, { $unset: { settledAt: '' } });
    await follow(2);
    expect((await kept()).rows).toEqual(['2026-W44', '2026-W45']);
  });

  it('stay where the leaderboard keeps all, or as many, and those of other definitions stay', async () => {
    await follow(undefined);
    await follow(5);
    await follow(1, 'monthly');
    expect((await kept()).rows).toHaveLength(5);
  });

  it('stay while something still follows from the end of their window', async () => {
    await windows().updateOne({ window: '2026-W41' }, { $unset: { settledAt: '' } });
    await follow(2);
    expect((await kept()).rows).toEqual(['2026-W41', '2026-W44', '2026-W45']);
  });

  it('go after a crash in the middle of it', async () => {
    const [oldest] = await windows().find().sort({ end: 1 }).toArray();
    if (!oldest) throw new Error('there is no window');
    const removing = { total: 2_500, parts: ['team:red'], buckets: 2 };
    const { parts: _, buckets: __, ...rest } = oldest;
    await windows().replaceOne({ _id: oldest._id }, { ...rest, total: 0, retiredAt: NOW - 1, removing });
    await rows().deleteOne({ window: oldest.window, part: '' });

    await follow(4);

    expect((await kept()).rows).toEqual(['2026-W42', '2026-W43', '2026-W44', '2026-W45']);
    expect(await windows().findOne({ _id: oldest._id })).toMatchObject({ retiredAt: NOW - 1 });
    expect(await windows().countDocuments({ removing: { $exists: true } })).toBe(0);
  });
});
