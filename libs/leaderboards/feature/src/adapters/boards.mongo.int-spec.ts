import {
  BOARD_POSITIONS_COLLECTION,
  type BoardPositionDocument,
  PLAYERS_COLLECTION,
  type PlayerDocument,
  RELEASES_COLLECTION,
  type ReleaseDocument,
  boardPositionId,
  playerDocumentId,
  releaseDocumentId,
} from '@laurel/contracts';
import { connectMongo } from '@laurel/platform-mongo';
import { testServers, uniqueTestScope } from '@laurel/testing';
import { aBoard, aTarget } from '../reading/board.builder.js';
import { MongoAnnouncedBoards } from './announced-boards.mongo.js';
import { MongoCommittedPositions } from './committed-positions.mongo.js';
import { MongoPlayerEntries } from './player-entries.mongo.js';

const position = (partition: number, workspace: string, board: string, offset: number): BoardPositionDocument => ({
  _id: boardPositionId(partition, workspace, board),
  partition,
  workspace,
  board,
  epoch: 1,
  offset,
});

const release = (
  workspace: string,
  number: number,
  announcedAt: number | null,
  key: string,
): ReleaseDocument<unknown> => ({
  _id: releaseDocumentId(workspace, number),
  workspace,
  release: number,
  note: '',
  author: 'key_1',
  program: { stats: [], rules: [], leaderboards: [aBoard({ key })] },
  publishedAt: 0,
  announcedAt,
});

describe('what MongoDB knows of leaderboards', () => {
  const { database } = uniqueTestScope();
  let connection: Awaited<ReturnType<typeof connectMongo>>;

  beforeAll(async () => {
    connection = await connectMongo({ url: testServers().mongoUrl, database });
  });

  afterAll(async () => {
    await db().dropDatabase();
    await connection.close();
  });

  const db = () => connection.getClient().db(database);

  it('are the boards of the newest announced release', async () => {
    await db()
      .collection<ReleaseDocument<unknown>>(RELEASES_COLLECTION)
      .insertMany([
        release('ws_1', 9, 0, 'older'),
        release('ws_1', 10, 0, 'announced'),
        release('ws_1', 11, null, 'not-yet'),
        release('ws_2', 12, 0, 'of-another-workspace'),
      ]);
    const boards = new MongoAnnouncedBoards(db());
    expect(await boards.boardsOf('ws_1')).toEqual([aBoard({ key: 'announced' })]);
    expect(await boards.boardsOf('ws_3')).toEqual([]);
  });

  it('are the positions of one board', async () => {
    await db()
      .collection<BoardPositionDocument>(BOARD_POSITIONS_COLLECTION)
      .insertMany([
        position(0, 'ws_1', 'premier-league@1', 5),
        position(7, 'ws_1', 'premier-league@1', 9),
        position(1, 'ws_1', 'premier-league@2', 6),
        position(1, 'ws_2', 'premier-league@1', 7),
      ]);
    const positions = new MongoCommittedPositions(db());
    expect(await positions.positionsOf('ws_1', 'premier-league@1')).toEqual(
      new Map([
        [0, { epoch: 1, offset: 5 }],
        [7, { epoch: 1, offset: 9 }],
      ]),
    );
    expect(await positions.positionsOf('ws_1', 'bundesliga@1')).toEqual(new Map());
  });

  it('are a player’s entry in one window of one incarnation', async () => {
    await db()
      .collection<PlayerDocument>(PLAYERS_COLLECTION)
      .insertOne({
        _id: playerDocumentId('ws_1', 'arsenal'),
        workspace: 'ws_1',
        playerId: 'arsenal',
        partition: 3,
        stats: {},
        balances: {},
        boards: {
          'premier-league@1': { all: { score: 75, columns: [35], reachedAt: 1_400_000_000_000, by: 'match-1' } },
        },
        createdAt: 0,
        updatedAt: 0,
      });
    const entries = new MongoPlayerEntries(db());
    const entry = { playerId: 'arsenal', score: 75, columns: [35], reachedAt: 1_400_000_000_000 };
    expect(await entries.find(aTarget(), ['arsenal', 'chelsea'])).toEqual([entry]);
    expect(await entries.find(aTarget(), ['chelsea'])).toEqual([]);
    expect(await entries.find(aTarget({ incarnation: 2 }), ['arsenal'])).toEqual([]);
    expect(await entries.find(aTarget({}, 'ws_2'), ['arsenal'])).toEqual([]);
    const season = { kind: 'season', key: '2014', start: '2014-08-01T00:00:00Z', end: '2015-06-01T00:00:00Z' } as const;
    expect(await entries.find(aTarget({ windows: [season] }), ['arsenal'])).toEqual([]);
  });
});
