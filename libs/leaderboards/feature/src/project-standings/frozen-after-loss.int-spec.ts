import { once } from 'node:events';
import { BOARD_WINDOWS_COLLECTION, type BoardWindowDocument, boardWindowId } from '@laurel/contracts';
import { boardId } from '@laurel/leaderboards-domain';
import { connectMongo } from '@laurel/platform-mongo';
import { type RedisClient, closeRedis, createRedisClient } from '@laurel/platform-redis';
import { silentLog, testServers, uniqueTestScope } from '@laurel/testing';
import { MongoFrozenKeys } from '../adapters/frozen-keys.mongo.js';
import { rankKeys } from '../adapters/rank-keys.js';
import { aBoard } from '../reading/board.builder.js';
import { RedisRankProjection } from './redis-rank-projection.js';

const { keyPrefix, database, workspace } = uniqueTestScope();
const BOARD = aBoard({ windows: [{ kind: 'all' }, { kind: 'weekly' }] });
const DAY_MS = 86_400_000;

let redis: RedisClient;
let mongo: Awaited<ReturnType<typeof connectMongo>>;

const db = () => mongo.getClient().db(database);

beforeAll(async () => {
  redis = createRedisClient({ url: testServers().redisUrl, commandTimeoutMs: 10_000 }, silentLog);
  await once(redis, 'ready');
  mongo = await connectMongo({ url: testServers().mongoUrl, database });
});

afterAll(async () => {
  await db().dropDatabase();
  await mongo.close();
  const keys = await redis.keys(`${keyPrefix}*`);
  if (keys.length > 0) await redis.del(keys);
  await closeRedis(redis);
});

const closed = (board: string, window: string, state: BoardWindowDocument['state']): BoardWindowDocument => ({
  _id: boardWindowId(workspace, board, window),
  workspace,
  board,
  window,
  name: 'weekly',
  timeZone: 'UTC',
  start: 0,
  end: DAY_MS,
  closesAt: DAY_MS,
  ending: 'ended',
  release: 1,
  state,
  barrier: 'barrier',
});

describe('a repair of ranks that are lost', () => {
  it('writes no window that is frozen, though players still have entries there, and those that close', async () => {
    const id = boardId(BOARD);
    await db()
      .collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION)
      .insertMany([
        closed(id, '1970-W01', 'frozen'),
        closed(id, '1970-W02', 'closing'),
        closed(`${id}0`, '1970-W02', 'frozen'),
      ]);
    const projection = new RedisRankProjection(redis, keyPrefix, new MongoFrozenKeys(db()));
    const change = { workspace, board: BOARD, partition: 1, decidedAt: 1 };
    const at = (reachedAt: number) => [{ playerId: 'anna', entry: { score: 1, columns: [0], reachedAt } }];
    const windows = new Map([
      ['1970-W01', at(1)],
      ['1970-W02', at(7 * DAY_MS)],
      ['all', at(1)],
    ]);

    await projection.apply({ ...change, from: undefined, to: 'repair:token', windows: new Map() });
    await projection.apply({ ...change, from: 'repair:token', to: '1:1', windows });

    expect((await redis.smembers(rankKeys(keyPrefix, workspace, BOARD).windows)).sort()).toEqual(['1970-W02', 'all']);
  });
});
