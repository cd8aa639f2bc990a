import { once } from 'node:events';
import { BOARD_POSITIONS_COLLECTION, type BoardPositionDocument, boardPositionId } from '@laurel/contracts';
import { type BoardDefinition, boardId } from '@laurel/leaderboards-domain';
import { connectMongo } from '@laurel/platform-mongo';
import { type RedisClient, closeRedis, createRedisClient } from '@laurel/platform-redis';
import { silentLog, testServers, uniqueTestScope } from '@laurel/testing';
import { JudgedRanks } from './judged-ranks.js';
import { RedisRankProjection } from './redis-rank-projection.js';

const scope = uniqueTestScope();
const { workspace } = scope;
const PARTITION = 3;
let redis: RedisClient;
let mongo: Awaited<ReturnType<typeof connectMongo>>;
let boards = 0;

const db = () => mongo.getClient().db(scope.database);
const judged = (client: RedisClient = redis): JudgedRanks => new JudgedRanks(client, scope.keyPrefix, db());

beforeAll(async () => {
  mongo = await connectMongo({ url: testServers().mongoUrl, database: scope.database });
  redis = createRedisClient({ url: testServers().redisUrl, commandTimeoutMs: 10_000 }, silentLog);
  await once(redis, 'ready');
});
afterAll(async () => {
  const keys = await redis.keys(`${scope.keyPrefix}*`);
  if (keys.length > 0) await redis.del(keys);
  await closeRedis(redis);
  await db().dropDatabase();
  await mongo.close();
});

/** A board on which these players stand in this order, committed and projected. */
async function aBoardOf(...players: readonly string[]): Promise<BoardDefinition> {
  const board: BoardDefinition = {
    key: `board-${(boards += 1)}`,
    incarnation: 1,
    source: { stat: 'points' },
    aggregation: 'sum',
    order: 'desc',
    ties: { columns: [], then: 'first_to_reach' },
    windows: [{ kind: 'all' }],
  };
  const entries = players.map((playerId, index) => ({
    playerId,
    entry: { score: 100 - index, columns: [], reachedAt: 1 },
  }));
  await new RedisRankProjection(redis, scope.keyPrefix).apply({
    workspace,
    board,
    partition: PARTITION,
    from: undefined,
    to: '1:5',
    decidedAt: 1,
    windows: new Map([['all', entries]]),
  });
  await commit(board, PARTITION);
  return board;
}

/** As the scoring service commits it. */
async function commit(board: BoardDefinition, partition: number): Promise<void> {
  await db()
    .collection<BoardPositionDocument>(BOARD_POSITIONS_COLLECTION)
    .insertOne({
      _id: boardPositionId(partition, workspace, boardId(board)),
      partition,
      workspace,
      board: boardId(board),
      epoch: 1,
      offset: 5,
    });
}

const place = (board: BoardDefinition, playerId: string, window = 'all') => ({ workspace, board, window, playerId });

describe('ranks as the scoring service reads them', () => {
  it('are those of the projection, in the order asked for; none for who is not there', async () => {
    const board = await aBoardOf('grace', 'ada', 'alan');
    const other = await aBoardOf('alan');
    const wanted = [place(board, 'alan'), place(other, 'alan'), place(board, 'grace'), place(board, 'nobody')];
    expect(await judged().ranksOf(wanted)).toEqual([3, 1, 1, null]);
    expect(await judged().ranksOf([])).toEqual([]);
  });

  it('are none in a window that the board has not', async () => {
    const board = await aBoardOf('ada');
    expect(await judged().ranksOf([place(board, 'ada', 'another')])).toEqual([null]);
  });

  it('are warming where a partition that changed the board is missing', async () => {
    const board = await aBoardOf('ada');
    await commit(board, PARTITION + 1);
    expect(await judged().ranksOf([place(board, 'ada')])).toEqual(['warming']);
  });

  it('are warming where they can’t be reached', async () => {
    const board = await aBoardOf('ada');
    const away = createRedisClient({ url: 'redis://127.0.0.1:1' }, silentLog);
    expect(await judged(away).ranksOf([place(board, 'ada')])).toEqual(['warming']);
    await closeRedis(away);
  });
});
