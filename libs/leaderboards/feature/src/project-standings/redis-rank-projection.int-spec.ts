import { once } from 'node:events';
import {
  type BoardDefinition,
  type Entry,
  type Ties,
  boardId,
  type WindowDefinition,
  compareEntries,
  findWindow,
  rankForm,
} from '@laurel/leaderboards-domain';
import { type RedisClient, closeRedis, createRedisClient } from '@laurel/platform-redis';
import { silentLog, testServers, uniqueTestScope } from '@laurel/testing';
import fc from 'fast-check';
import { type BoardKeys, rankKeys } from '../adapters/rank-keys.js';
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

const season = (key: string): WindowDefinition => ({
  kind: 'season',
  key,
  start: '1970-01-01T00:00:00Z',
  end: '1970-02-01T00:00:00Z',
});
const SEASONS = [season('2014-15'), season('2015-16')];
const TIGHT = { min: -500, max: 500 };

/** A board that no other test writes to. */
function newBoard(
  ties: Ties = FIRST,
  order: 'asc' | 'desc' = 'desc',
  windows: readonly WindowDefinition[] = [{ kind: 'all' }],
): BoardDefinition {
  boards += 1;
  return {
    key: `board-${boards}`,
    incarnation: 1,
    source: { stat: 'points' },
    aggregation: 'sum',
    order,
    ties,
    windows,
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

interface Row {
  readonly playerId: string;
  readonly score: number;
  readonly columns: readonly number[];
  readonly reachedAt: number | null;
}

const keysOf = (board: BoardDefinition, window = 'all') => {
  const keys = rankKeys(scope.keyPrefix, workspace, board);
  return { positions: keys.positions, ...keys.window(window) };
};

const formOf = (board: BoardDefinition, window = 'all') =>
  rankForm(board, findWindow(board, window) ?? { start: null, end: null });

/** The board as the sorted set has it, best first. Where members have a prefix, the rows must hold just these prefixes. */
async function rowsOf(board: BoardDefinition, window = 'all'): Promise<Row[]> {
  const { ranks, rows } = keysOf(board, window);
  const form = formOf(board, window);
  const members = await redis.zrange(ranks, '0', '-1', 'WITHSCORES');
  const found: Row[] = [];
  const prefixes = new Map<string, string>();
  for (let index = 0; index < members.length; index += 2) {
    const member = members[index] ?? '';
    const row = form.read(Number(members[index + 1]), member);
    if (form.prefixWidth > 0) prefixes.set(row.playerId, member.slice(0, form.prefixWidth));
    found.push(row);
  }
  expect(Object.entries(await redis.hgetall(rows)).sort()).toEqual([...prefixes].sort());
  return found;
}

/** Everything that Redis holds of a board, to see whether anything changed. */
async function contentOf(board: BoardDefinition, windows: readonly string[] = ['all']): Promise<unknown> {
  const parts: unknown[] = [];
  for (const window of windows) {
    const { positions, ranks, rows } = keysOf(board, window);
    parts.push(
      await redis.hgetall(positions),
      await redis.zrange(ranks, '0', '-1', 'WITHSCORES'),
      await redis.hgetall(rows),
    );
  }
  return parts;
}

const positionsOf = (board: BoardDefinition) => redis.hgetall(keysOf(board).positions);

const named = (entries: Readonly<Record<string, Result>>): (Result & { playerId: string })[] =>
  Object.entries(entries).map(([playerId, entry]) => ({ playerId, ...entry }));

/** What ranks keep of rows: no time where ties are shared. */
const kept = (board: BoardDefinition, rows: readonly Row[]): Row[] =>
  rows.map((row) => (board.ties.then === 'shared' ? { ...row, reachedAt: null } : row));

describe('a change', () => {
  it.each([
    ['the first to reach', FIRST],
    ['shared ranks', SHARED],
  ])('puts players in their order with their rows, under %s', async (_, ties) => {
    const board = newBoard(ties);
    const entries = { anna: result(3, 1, 20), bea: result(9, 0, 30), carl: result(3, 5, 40), dora: result(-2, 0, 50) };

    expect(await projection.apply(changeOf(board, entries))).toBe('applied');

    const { anna, bea, carl, dora } = entries;
    expect(await rowsOf(board)).toEqual(kept(board, named({ bea, carl, anna, dora })));
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

      expect(await rowsOf(board)).toEqual(kept(board, named({ anna: changed })));
    }
  });

  it('leaves the time out of what orders shared ranks, and in where the first to reach wins', async () => {
    const [shared, first] = [newBoard(SHARED), newBoard(FIRST)];
    const entries = { late: result(3, 1, 90), early: result(3, 1, 10) };
    const membersOf = (board: BoardDefinition) => redis.zrange(keysOf(board).ranks, '0', '-1');

    for (const board of [shared, first]) await projection.apply(changeOf(board, entries));

    expect((await rowsOf(first)).map(({ playerId }) => playerId)).toEqual(['early', 'late']);
    const [one = '', other = ''] = await membersOf(shared);
    expect([one.replace('early', ''), one.endsWith('early')]).toEqual([other.replace('late', ''), true]);
  });

  it('keeps members that are nothing but the player where nothing breaks ties', async () => {
    const board = newBoard(BARE, 'asc');
    const { ranks } = keysOf(board);

    await projection.apply(
      changeOf(board, { anna: { score: 5, columns: [], reachedAt: 1 }, bea: { score: 0, columns: [], reachedAt: 2 } }),
    );

    expect(await redis.zrange(ranks, '0', '-1', 'WITHSCORES')).toEqual(['bea', '0', 'anna', '5']);
  });

  it('keeps nothing but players and packed scores where bounds and season fit together', async () => {
    const ties: Ties = { columns: [{ stat: 'goals', order: 'desc', bounds: TIGHT }], then: 'first_to_reach' };
    const board: BoardDefinition = {
      ...newBoard(ties, 'desc', [...SEASONS, { kind: 'all' }]),
      source: { stat: 'points', bounds: TIGHT },
    };
    const entries = { anna: result(3, 1, 20), bea: result(9, 0, 30), carl: result(3, 5, 40), dora: result(3, 1, 10) };
    const windows = new Map(['2014-15', 'all'].map((key) => [key, windowOf(entries)]));

    await projection.apply(changeOf(board, {}, { windows }));
    const moved = result(-7, 2, 50);
    const change = { windows: new Map([['2014-15', windowOf({ bea: moved })]]), from: '1:10', to: '1:20' };
    await projection.apply(changeOf(board, {}, change));

    const { anna, bea, carl, dora } = entries;
    expect(await rowsOf(board, '2014-15')).toEqual(named({ carl, dora, anna, bea: moved }));
    expect(await rowsOf(board)).toEqual(named({ bea, carl, dora, anna }));
    expect([formOf(board, '2014-15').prefixWidth, formOf(board).prefixWidth]).toEqual([0, 18]);
    expect(await redis.zrange(keysOf(board, '2014-15').ranks, '0', '-1')).toEqual(['carl', 'dora', 'anna', 'bea']);
  });

  it.each([
    ['packed', BARE],
    ['prefixed', FIRST],
  ])('takes players off the board, %s, but for where they have an entry', async (_, ties) => {
    const board = newBoard(ties, 'desc', [{ kind: 'all' }, ...SEASONS]);
    const entry = (score: number): Result => ({ score, columns: ties.columns.map(() => 0), reachedAt: 1 });
    const entries = { anna: entry(3), bea: entry(2) };
    const windows = new Map(['all', '2014-15'].map((key) => [key, windowOf(entries)]));
    await projection.apply(changeOf(board, {}, { windows }));

    const gone = ['anna', 'nobody', 'bea'];
    const change = { gone, from: '1:10', to: '1:20' };
    await projection.apply(changeOf(board, { carl: entry(9), bea: entry(1) }, change));

    expect((await rowsOf(board)).map(({ playerId, score }) => [playerId, score])).toEqual([
      ['carl', 9],
      ['bea', 1],
    ]);
    expect(await rowsOf(board, '2014-15')).toEqual([]);
  });

  it('leaves out a window that the board has no longer', async () => {
    const board = newBoard();
    const windows = new Map(['dropped', 'all'].map((key) => [key, windowOf({ anna: result(1, 1, 1) })]));

    expect(await projection.apply(changeOf(board, {}, { windows }))).toBe('applied');

    expect(await rowsOf(board)).toEqual(named({ anna: result(1, 1, 1) }));
    expect(await redis.exists(keysOf(board, 'dropped').ranks)).toBe(0);
  });

  it('brings several windows of a board in at once', async () => {
    const board = newBoard(FIRST, 'desc', [{ kind: 'all' }, ...SEASONS]);
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
      (await redis.zrange(keysOf(board).ranks, '0', '-1')).map((member) => formOf(board).read(0, member).playerId);

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
    const board = newBoard(FIRST, 'desc', [{ kind: 'all' }, ...SEASONS]);
    const windows = new Map([
      ['all', windowOf({ anna: result(9, 1, 1) })],
      ['2014-15', windowOf({ anna: result(9, 1, 1) })],
    ]);
    await projection.apply(changeOf(board, {}, { windows: new Map() }));
    const before = await contentOf(board, ['all', '2014-15']);

    await projection.apply(changeOf(board, {}, { windows, from: '1:9', to: '1:20' }));

    expect(await contentOf(board, ['all', '2014-15'])).toEqual(before);
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
    const refs = [one, untouched, other].map((board) => ({ workspace, board }));

    expect(await projection.marks(3, refs)).toEqual(['1:1', undefined, 'repair:abc']);
    expect(await projection.marks(3, [])).toEqual([]);
  });

  it('are lost with the board and not without it: keys of a board share one slot', () => {
    const board = newBoard();
    const keys = rankKeys(scope.keyPrefix, workspace, board);
    const namesOf = (generation: BoardKeys): string[] => {
      const { ranks, rows } = generation.window('all');
      return [generation.positions, ranks, rows];
    };

    const tags = [keys.rebuild, ...namesOf(keys), ...namesOf(keys.next)].map((key) => /\{(.+?)\}/.exec(key)?.[1]);

    expect([tags.length, new Set(tags)]).toEqual([7, new Set([`${workspace}:${boardId(board)}`])]);
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
      const latest = new Map<string, Result & { playerId: string }>();
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
      expect(await rowsOf(board)).toEqual(kept(board, expected));
    });
    await fc.assert(property, { numRuns: 150 });
  });
});
