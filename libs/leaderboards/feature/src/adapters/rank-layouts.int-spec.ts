import { once } from 'node:events';
import type { BoardDefinition, Ties } from '@laurel/leaderboards-domain';
import { type RedisClient, closeRedis, createRedisClient } from '@laurel/platform-redis';
import { silentLog, testServers, uniqueTestScope } from '@laurel/testing';
import { RedisRankProjection } from '../project-standings/redis-rank-projection.js';
import { rankKeys } from './rank-keys.js';
import { dropFrozenWindow } from './rank-layouts.js';

type Change = Parameters<RedisRankProjection['apply']>[0];

const scope = uniqueTestScope();
const { workspace, keyPrefix } = scope;
let redis: RedisClient;
let projection: RedisRankProjection;
let boards = 0;

beforeAll(async () => {
  redis = createRedisClient({ url: testServers().redisUrl, commandTimeoutMs: 10_000 }, silentLog);
  await once(redis, 'ready');
  projection = new RedisRankProjection(redis, keyPrefix);
});

afterAll(async () => {
  const keys = await redis.keys(`${keyPrefix}*`);
  if (keys.length > 0) await redis.del(keys);
  await closeRedis(redis);
});

const FIRST: Ties = { columns: [], then: 'first_to_reach' };
const SHARED: Ties = { columns: [], then: 'shared' };
const WEEK = '1970-W01';

/** A board that no other test writes to. */
function newBoard(more: Partial<BoardDefinition> = {}): BoardDefinition {
  boards += 1;
  return {
    key: `board-${boards}`,
    incarnation: 1,
    source: { stat: 'points' },
    aggregation: 'sum',
    order: 'desc',
    ties: FIRST,
    windows: [{ kind: 'all' }, { kind: 'weekly' }],
    ...more,
  };
}

const entry = (score: number, parts: readonly string[] = []) => ({ score, columns: [], reachedAt: score, parts });

/** A player with these scores by window. */
const windowsOf = (playerId: string, scores: Readonly<Record<string, number>>, parts: readonly string[] = []) =>
  new Map(Object.entries(scores).map(([window, score]) => [window, [{ playerId, entry: entry(score, parts) }]]));

async function write(board: BoardDefinition, change: Partial<Change>): Promise<void> {
  const whole = { workspace, board, partition: 1, from: undefined, to: '1:1', decidedAt: 1, windows: new Map() };
  expect(await projection.apply({ ...whole, ...change })).toBe('applied');
}

/** Brings a partition into the layout of a board, as its repair does. */
async function repair(board: BoardDefinition, partition: number, windows: Change['windows']): Promise<void> {
  const [from] = await projection.marks(partition, [{ workspace, board }]);
  await write(board, { partition, from, to: 'repair:token', windows });
  await write(board, { partition, from: 'repair:token', to: '1:2' });
}

/** Names of the board's keys, without what they all begin with. */
async function namesOf(board: BoardDefinition): Promise<string[]> {
  const { base } = rankKeys(keyPrefix, workspace, board);
  const names = await redis.keys(`${base}:*`);
  return names.map((name) => name.slice(base.length + 1)).sort();
}

const playersOf = async (board: BoardDefinition, window: string, part?: string): Promise<string[]> => {
  const keys = rankKeys(keyPrefix, workspace, board).window(window);
  const members = await redis.zrange((part === undefined ? keys : keys.part(part)).ranks, '0', '-1');
  return members.map((member) => member.slice(board.ties.then === 'shared' ? 0 : 9));
};

const OF_ALL = ['ranks:all', 'rows:all'];
const OF_WEEK = [`ranks:${WEEK}`, `rows:${WEEK}`];

describe('a board whose rows are written in another way', () => {
  it('has no ranks and no marks until they are made, and keeps the other ones so long', async () => {
    const before = newBoard();
    const after = { ...before, ties: SHARED };
    await write(before, { windows: windowsOf('anna', { all: 5 }) });

    expect(
      await projection.marks(
        1,
        [before, after].map((board) => ({ workspace, board })),
      ),
    ).toEqual(['1:1', undefined]);
    expect([await playersOf(before, 'all'), await playersOf(after, 'all')]).toEqual([['anna'], []]);
  });

  it('replaces the other way once every partition is in it, and frees what that held', async () => {
    const before = newBoard();
    const after = { ...before, ties: SHARED };
    for (const [partition, player] of [
      [1, 'anna'],
      [2, 'bea'],
    ] as const) {
      await write(before, { partition, windows: windowsOf(player, { all: partition, [WEEK]: partition }) });
    }

    await repair(after, 1, windowsOf('anna', { all: 1, [WEEK]: 1 }));
    expect(await namesOf(before)).toEqual(['positions', ...OF_ALL, ...OF_WEEK, 'windows'].sort());
    await repair(after, 2, windowsOf('bea', { all: 2, [WEEK]: 2 }));

    expect([await namesOf(before), await namesOf(after)]).toEqual([
      [],
      ['positions', `ranks:${WEEK}`, 'ranks:all', 'windows'],
    ]);
    expect(await redis.smembers(rankKeys(keyPrefix, workspace, after).layouts)).toHaveLength(1);
  });

  it('leaves a window that it has not where it was, until that is frozen', async () => {
    const before = newBoard();
    const after: BoardDefinition = { ...before, windows: [{ kind: 'all' }, { kind: 'daily' }] };
    await write(before, { windows: windowsOf('anna', { all: 1, [WEEK]: 1 }) });

    await repair(after, 1, windowsOf('anna', { all: 1 }));
    expect(await namesOf(before)).toEqual(['positions', ...OF_WEEK, 'windows'].sort());
    await dropFrozenWindow(redis, keyPrefix, workspace, before, WEEK);

    expect(await namesOf(before)).toEqual([]);
    expect(await playersOf(after, 'all')).toEqual(['anna']);
  });

  it('and that comes back is written anew where something of it was freed', async () => {
    const before = newBoard();
    const after: BoardDefinition = { ...before, windows: [{ kind: 'all' }] };
    await write(before, { windows: windowsOf('anna', { all: 1, [WEEK]: 1 }) });
    await repair(after, 1, windowsOf('anna', { all: 1 }));

    expect(await projection.marks(1, [{ workspace, board: before }])).toEqual(['left:1:1']);
    await repair(before, 1, windowsOf('anna', { all: 7, [WEEK]: 1 }));

    expect([await playersOf(before, 'all'), await playersOf(before, WEEK)]).toEqual([['anna'], ['anna']]);
    expect(await namesOf(after)).toEqual([]);
  });
});

describe('a window that is frozen', () => {
  const SPLIT: Partial<BoardDefinition> = {
    ties: SHARED,
    numbering: 'dense',
    splits: [{ key: 'country', attributes: ['country'] }],
  };

  it('keeps nothing in Redis, with all its parts and places, and the others stay', async () => {
    const board = newBoard(SPLIT);
    await write(board, { windows: windowsOf('anna', { all: 1, [WEEK]: 1 }, ['country:de', 'country:fr']) });
    expect((await namesOf(board)).filter((name) => name.includes(WEEK))).toHaveLength(11);

    await dropFrozenWindow(redis, keyPrefix, workspace, board, WEEK);

    expect((await namesOf(board)).filter((name) => name.includes(WEEK))).toEqual([]);
    expect([await playersOf(board, 'all', 'country:fr'), await playersOf(board, 'all')]).toEqual([['anna'], ['anna']]);
    expect(await redis.smembers(rankKeys(keyPrefix, workspace, board).windows)).toEqual(['all']);
  });

  it('takes nothing any more, in no layout, while the other windows do', async () => {
    const board = newBoard();
    const after = { ...board, ties: SHARED };
    await write(board, { windows: windowsOf('anna', { all: 1, [WEEK]: 1 }) });
    await dropFrozenWindow(redis, keyPrefix, workspace, board, WEEK);

    await write(board, { from: '1:1', to: '1:2', windows: windowsOf('anna', { [WEEK]: 2, all: 2 }), gone: ['bea'] });
    await repair(after, 1, windowsOf('anna', { [WEEK]: 2, all: 2 }));

    expect([await playersOf(after, WEEK), await playersOf(after, 'all')]).toEqual([[], ['anna']]);
  });
});

describe('a player who is forgotten', () => {
  it('is on none of the boards any more, whatever their layout and windows', async () => {
    const board = newBoard({ splits: [{ key: 'country', attributes: ['country'] }] });
    const after = { ...board, ties: SHARED, numbering: 'dense' as const };
    const both = (score: number) => {
      const [anna, bea] = [entry(score, ['country:de']), entry(score, ['country:de'])];
      const rows = [
        { playerId: 'anna', entry: anna },
        { playerId: 'bea', entry: bea },
      ];
      return new Map(['all', WEEK].map((window) => [window, rows]));
    };
    await write(board, { windows: both(3) });
    await write(board, { partition: 2 });
    await repair(after, 1, both(3));

    await projection.forget(workspace, [`${board.key}@1`, 'never@1'], 'anna');

    const left = [board, after].flatMap((each) =>
      ['all', WEEK].flatMap((window) => [playersOf(each, window), playersOf(each, window, 'country:de')]),
    );
    expect(await Promise.all(left)).toEqual(Array.from({ length: 8 }, () => ['bea']));
    const { counts } = rankKeys(keyPrefix, workspace, after).window('all');
    expect(await redis.hvals(counts)).toEqual(['1']);
  });
});
