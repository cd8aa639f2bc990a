import { once } from 'node:events';
import {
  type BoardDefinition,
  type Entry,
  type Ties,
  boardId,
  compareEntries,
  decodeRow,
  fromRedisScore,
  playerOfMember,
} from '@laurel/leaderboards-domain';
import { type RedisClient, closeRedis, createRedisClient } from '@laurel/platform-redis';
import { silentLog, testServers, uniqueTestScope } from '@laurel/testing';
import fc from 'fast-check';
import { rankKeys } from '../adapters/rank-keys.js';
import { RedisRankProjection } from './redis-rank-projection.js';

type Change = Parameters<RedisRankProjection['apply']>[0];
type Result = Pick<Entry, 'score' | 'columns' | 'reachedAt'>;

const scope = uniqueTestScope();
const { workspace } = scope;
let redis: RedisClient;
let projection: RedisRankProjection;
let boards = 0;

beforeAll(async () => {
  redis = createRedisClient({ url: testServers().redisUrl, commandTimeoutMs: 10_000 }, silentLog);
  await once(redis, 'ready');
  projection = new RedisRankProjection(redis, scope.keyPrefix);
});

afterAll(async () => {
  const keys = await redis.keys(`${scope.keyPrefix}*`);
  if (keys.length > 0) await redis.del(keys);
  await closeRedis(redis);
});

const FIRST: Ties = { columns: [{ stat: 'goals', order: 'desc' }], then: 'first_to_reach' };
const SHARED: Ties = { columns: [{ stat: 'goals', order: 'desc' }], then: 'shared' };
const BARE: Ties = { columns: [], then: 'shared' };

/** A board that no other test writes to. */
function newBoard(ties: Ties = FIRST, order: 'asc' | 'desc' = 'desc'): BoardDefinition {
  boards += 1;
  return {
    key: `board-${boards}`,
    incarnation: 1,
    source: { stat: 'points' },
    aggregation: 'sum',
    order,
    ties,
    windows: [{ kind: 'all' }],
  };
}

const result = (score: number, goals: number, reachedAt: number): Result => ({ score, columns: [goals], reachedAt });

const windowOf = (entries: Readonly<Record<string, Result>>) =>
  Object.entries(entries).map(([playerId, entry]) => ({ playerId, entry }));

const changeOf = (
  board: BoardDefinition,
  entries: Readonly<Record<string, Result>>,
  more: Partial<Change> = {},
): Change => ({
  workspace,
  board,
  partition: 3,
  from: undefined,
  to: '1:10',
  decidedAt: 1_000,
  windows: new Map([['all', windowOf(entries)]]),
  ...more,
});

interface Row extends Result {
  readonly playerId: string;
}

/** The board as the sorted set has it, best first, with what the rows say of each player. */
async function rowsOf(board: BoardDefinition, window = 'all'): Promise<Row[]> {
  const { ranks, rows } = rankKeys(scope.keyPrefix, workspace, boardId(board), window);
  const members = await redis.zrange(ranks, '0', '-1');
  const found: Row[] = [];
  for (const member of members) {
    const playerId = playerOfMember(board, member);
    const score = fromRedisScore(board, Number(await redis.zscore(ranks, member)));
    found.push({ score, ...decodeRow(board, (await redis.hget(rows, playerId)) ?? '') });
  }
  return found;
}

/** Everything that Redis holds of a board, to see whether anything changed. */
async function contentOf(board: BoardDefinition, windows: readonly string[] = ['all']): Promise<unknown> {
  const parts: unknown[] = [];
  for (const window of windows) {
    const { positions, ranks, rows } = rankKeys(scope.keyPrefix, workspace, boardId(board), window);
    parts.push(
      await redis.hgetall(positions),
      await redis.zrange(ranks, '0', '-1', 'WITHSCORES'),
      await redis.hgetall(rows),
    );
  }
  return parts;
}

const positionsOf = (board: BoardDefinition) =>
  redis.hgetall(rankKeys(scope.keyPrefix, workspace, boardId(board), '').positions);

const named = (entries: Readonly<Record<string, Result>>): Row[] =>
  Object.entries(entries).map(([playerId, entry]) => ({ playerId, ...entry }));

describe('a change', () => {
  it.each([
    ['the first to reach', FIRST],
    ['shared ranks', SHARED],
  ])('puts players in their order with their rows, under %s', async (_, ties) => {
    const board = newBoard(ties);
    const entries = { anna: result(3, 1, 20), bea: result(9, 0, 30), carl: result(3, 5, 40), dora: result(-2, 0, 50) };

    expect(await projection.apply(changeOf(board, entries))).toBe('applied');

    const { anna, bea, carl, dora } = entries;
    expect(await rowsOf(board)).toEqual(named({ bea, carl, anna, dora }));
    expect(await positionsOf(board)).toEqual({ 3: '1:10', asOf: '1000' });
  });

  it('holds absolute entries: what it says replaces what stood there', async () => {
    const board = newBoard();
    await projection.apply(changeOf(board, { anna: result(3, 1, 20), bea: result(2, 0, 10) }));

    await projection.apply(changeOf(board, { anna: result(1, 7, 90) }, { from: '1:10', to: '1:20' }));

    expect(await rowsOf(board)).toEqual(named({ bea: result(2, 0, 10), anna: result(1, 7, 90) }));
  });

  it.each([
    ['score', result(8, 1, 20)],
    ['column', result(3, 2, 20)],
    ['time', result(3, 1, 21)],
    ['nothing', result(3, 1, 20)],
  ])('of a player’s %s leaves one entry of that player, never two', async (_, changed) => {
    for (const ties of [FIRST, SHARED]) {
      const board = newBoard(ties);
      await projection.apply(changeOf(board, { anna: result(3, 1, 20) }));

      await projection.apply(changeOf(board, { anna: changed }, { from: '1:10', to: '1:20' }));

      expect(await rowsOf(board)).toEqual(named({ anna: changed }));
    }
  });

  it('leaves the time out of what orders shared ranks, and in where the first to reach wins', async () => {
    const [shared, first] = [newBoard(SHARED), newBoard(FIRST)];
    const entries = { late: result(3, 1, 90), early: result(3, 1, 10) };
    const membersOf = (board: BoardDefinition) =>
      redis.zrange(rankKeys(scope.keyPrefix, workspace, boardId(board), 'all').ranks, '0', '-1');

    for (const board of [shared, first]) await projection.apply(changeOf(board, entries));

    expect((await rowsOf(first)).map(({ playerId }) => playerId)).toEqual(['early', 'late']);
    const [one = '', other = ''] = await membersOf(shared);
    expect([one.replace('early', ''), one.endsWith('early')]).toEqual([other.replace('late', ''), true]);
    expect((await rowsOf(shared)).map(({ reachedAt }) => reachedAt)).toEqual([10, 90]);
  });

  it('keeps members that are nothing but the player where nothing breaks ties', async () => {
    const board = newBoard(BARE, 'asc');
    const { ranks } = rankKeys(scope.keyPrefix, workspace, boardId(board), 'all');

    await projection.apply(
      changeOf(board, { anna: { score: 5, columns: [], reachedAt: 1 }, bea: { score: 0, columns: [], reachedAt: 2 } }),
    );

    expect(await redis.zrange(ranks, '0', '-1', 'WITHSCORES')).toEqual(['bea', '0', 'anna', '5']);
  });

  it('brings several windows of a board in at once', async () => {
    const board = newBoard();
    const windows = new Map([
      ['all', windowOf({ anna: result(9, 1, 1), bea: result(4, 1, 1) })],
      ['2014-15', windowOf({ anna: result(2, 1, 1) })],
      ['2015-16', []],
    ]);

    await projection.apply(changeOf(board, {}, { windows }));

    expect((await rowsOf(board)).map(({ playerId, score }) => [playerId, score])).toEqual([
      ['anna', 9],
      ['bea', 4],
    ]);
    expect((await rowsOf(board, '2014-15')).map(({ playerId, score }) => [playerId, score])).toEqual([['anna', 2]]);
    expect(await rowsOf(board, '2015-16')).toEqual([]);
  });

  it('without entries moves the mark alone', async () => {
    const board = newBoard();

    expect(await projection.apply(changeOf(board, {}, { windows: new Map() }))).toBe('applied');

    expect(await positionsOf(board)).toMatchObject({ 3: '1:10' });
  });

  it('of five thousand players goes in whole, and again', async () => {
    const board = newBoard();
    const entries = (shift: number) =>
      Object.fromEntries(
        Array.from({ length: 5_000 }, (_, index) => [
          `player-${index}`,
          result((index * 7919) % 1_000, index % 3, index + shift),
        ]),
      );
    const reference = (of: Record<string, Result>) =>
      named(of)
        .sort((left, right) => compareEntries(board, left, right))
        .map(({ playerId }) => playerId);
    const playersOf = async () =>
      (await redis.zrange(rankKeys(scope.keyPrefix, workspace, boardId(board), 'all').ranks, '0', '-1')).map((member) =>
        playerOfMember(board, member),
      );

    await projection.apply(changeOf(board, entries(0)));
    expect(await playersOf()).toEqual(reference(entries(0)));
    await projection.apply(changeOf(board, entries(9_999), { from: '1:10', to: '1:20' }));

    expect(await playersOf()).toEqual(reference(entries(9_999)));
  });

  it('is of its own workspace and board alone', async () => {
    const board = newBoard();
    const again: BoardDefinition = { ...board, incarnation: 2 };
    await projection.apply(changeOf(board, { anna: result(1, 1, 1) }));
    await projection.apply(changeOf(board, { anna: result(2, 2, 2) }, { workspace: `${workspace}_other` }));
    await projection.apply(changeOf(again, { anna: result(3, 3, 3) }));

    expect(await rowsOf(board)).toEqual(named({ anna: result(1, 1, 1) }));
    expect(await rowsOf(again)).toEqual(named({ anna: result(3, 3, 3) }));
  });

  it('takes player ids of any characters', async () => {
    const board = newBoard();
    const ids = ['{x}:y', 'ä€😀', 'a b', '-', '0', '__proto__', '"', "'", '%s'];

    await projection.apply(changeOf(board, Object.fromEntries(ids.map((id, index) => [id, result(index, 0, 0)]))));

    expect((await rowsOf(board)).map(({ playerId }) => playerId)).toEqual([...ids].reverse());
  });
});

describe('a change that does not build on what stands', () => {
  it.each<[string, string | undefined, string | undefined]>([
    ['on nothing where there is a mark', '1:10', undefined],
    ['on a mark where there is none', undefined, '1:10'],
    ['on an earlier mark', '1:10', '1:5'],
    ['on a later mark', '1:10', '1:15'],
    ['on the same offset of another epoch', '1:10', '2:10'],
    ['on a mark where a repair is under way', 'repair:abc', '1:10'],
  ])('changes nothing and is told what was found: %s', async (_, standing, from) => {
    const board = newBoard();
    if (standing !== undefined) await projection.apply(changeOf(board, { anna: result(1, 1, 1) }, { to: standing }));
    const before = await contentOf(board);

    const answer = await projection.apply(
      changeOf(board, { anna: result(9, 9, 9), bea: result(1, 1, 1) }, { from, to: '1:20' }),
    );

    expect(answer).toEqual({ found: standing });
    expect(await contentOf(board)).toEqual(before);
  });

  it('is refused in all windows', async () => {
    const board = newBoard();
    const windows = new Map([
      ['all', windowOf({ anna: result(9, 1, 1) })],
      ['s1', windowOf({ anna: result(9, 1, 1) })],
    ]);
    await projection.apply(changeOf(board, {}, { windows: new Map() }));
    const before = await contentOf(board, ['all', 's1']);

    await projection.apply(changeOf(board, {}, { windows, from: '1:9', to: '1:20' }));

    expect(await contentOf(board, ['all', 's1'])).toEqual(before);
  });

  it('is refused when it comes a second time', async () => {
    const board = newBoard();
    await projection.apply(changeOf(board, { anna: result(1, 1, 1) }));
    const change = changeOf(board, { anna: result(2, 1, 2) }, { from: '1:10', to: '1:20' });
    expect(await projection.apply(change)).toBe('applied');
    const before = await contentOf(board);

    expect(await projection.apply(change)).toEqual({ found: '1:20' });

    expect(await contentOf(board)).toEqual(before);
  });

  it('goes in once when many try it at once', async () => {
    const board = newBoard();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => projection.apply(changeOf(board, { anna: result(1, 1, 1) }))),
    );

    expect(answers.filter((answer) => answer === 'applied')).toHaveLength(1);
  });
});

describe('the marks of partitions', () => {
  it('do not hinder each other on one board', async () => {
    const board = newBoard();

    await projection.apply(changeOf(board, { anna: result(1, 1, 1) }, { partition: 1, to: '1:7' }));
    await projection.apply(changeOf(board, { bea: result(2, 1, 1) }, { partition: 2, to: '1:3' }));
    await projection.apply(changeOf(board, { anna: result(3, 1, 1) }, { partition: 1, from: '1:7', to: '1:9' }));

    expect(await positionsOf(board)).toMatchObject({ 1: '1:9', 2: '1:3' });
    expect((await rowsOf(board)).map(({ playerId }) => playerId)).toEqual(['anna', 'bea']);
  });

  it('are read for many boards in their order, and undefined where there is none', async () => {
    const [one, untouched, other] = [newBoard(), newBoard(), newBoard()];
    await projection.apply(changeOf(one, {}, { to: '1:1' }));
    await projection.apply(changeOf(other, {}, { to: 'repair:abc' }));
    await projection.apply(changeOf(untouched, {}, { partition: 4, to: '1:4' }));
    const refs = [one, untouched, other].map((board) => ({ workspace, board: boardId(board) }));

    expect(await projection.marks(3, refs)).toEqual(['1:1', undefined, 'repair:abc']);
    expect(await projection.marks(3, [])).toEqual([]);
  });

  it('are lost with the board and not without it: keys of a board share one slot', () => {
    const { positions, ranks, rows } = rankKeys(scope.keyPrefix, workspace, 'top@1', 'all');

    const tags = [positions, ranks, rows].map((key) => /\{(.+?)\}/.exec(key)?.[1]);

    expect(tags).toEqual([`${workspace}:top@1`, `${workspace}:top@1`, `${workspace}:top@1`]);
  });
});

describe('the time that a board is of', () => {
  it('is the latest decision in it, whatever the order in which partitions come', async () => {
    const board = newBoard();
    const at = async (partition: number, decidedAt: number) => {
      await projection.apply(changeOf(board, {}, { partition, decidedAt, to: '1:1' }));
      return (await positionsOf(board))['asOf'];
    };

    expect([await at(1, 5_000), await at(2, 4_000), await at(3, 6_000), await at(4, 6_000)]).toEqual([
      '5000',
      '5000',
      '6000',
      '6000',
    ]);
  });

  it('does not move for a change that was refused', async () => {
    const board = newBoard();
    await projection.apply(changeOf(board, {}));

    await projection.apply(changeOf(board, {}, { from: '1:99', decidedAt: 9_999 }));

    expect((await positionsOf(board))['asOf']).toBe('1000');
  });

  it('is exact to the millisecond for times of today', async () => {
    const board = newBoard();

    await projection.apply(changeOf(board, {}, { decidedAt: 1_795_305_599_999 }));

    expect((await positionsOf(board))['asOf']).toBe('1795305599999');
  });
});

describe('any sequence of changes', () => {
  it('ends in the latest entry of each player, in the order of the definition', async () => {
    const entry = fc.record({
      score: fc.oneof(fc.integer({ min: -2, max: 2 }), fc.maxSafeInteger()),
      goals: fc.oneof(fc.integer({ min: -1, max: 1 }), fc.maxSafeInteger()),
      reachedAt: fc.oneof(fc.nat(2), fc.integer({ min: -8.64e15, max: 8.64e15 })),
    });
    const change = fc.dictionary(fc.constantFrom('anna', 'bea', 'carl', 'dora'), entry, { minKeys: 1 });
    const shapes = fc.record({
      order: fc.constantFrom('asc' as const, 'desc' as const),
      ties: fc.constantFrom(FIRST, SHARED, { ...FIRST, columns: [{ stat: 'goals', order: 'asc' as const }] }),
    });
    const property = fc.asyncProperty(shapes, fc.array(change, { maxLength: 5 }), async ({ order, ties }, changes) => {
      const board = newBoard(ties, order);
      const latest = new Map<string, Row>();
      let from: string | undefined;
      for (const [index, players] of changes.entries()) {
        const entries = Object.fromEntries(
          Object.entries(players).map(([id, { score, goals, reachedAt }]) => [id, result(score, goals, reachedAt)]),
        );
        for (const row of named(entries)) latest.set(row.playerId, row);
        expect(await projection.apply(changeOf(board, entries, { from, to: `1:${index}` }))).toBe('applied');
        from = `1:${index}`;
      }

      const expected = [...latest.values()].sort((left, right) => compareEntries(board, left, right));
      expect(await rowsOf(board)).toEqual(expected);
    });
    await fc.assert(property, { numRuns: 150 });
  });
});
