import { once } from 'node:events';
import { SEPARATOR } from '@laurel/contracts';
import {
  type BoardDefinition,
  type Entry,
  findWindow,
  isRanked,
  rankEntries,
  rankForm,
  sharesRanks,
} from '@laurel/leaderboards-domain';
import { type RedisClient, closeRedis, createRedisClient } from '@laurel/platform-redis';
import { silentLog, testServers, uniqueTestScope } from '@laurel/testing';
import fc from 'fast-check';
import { rankKeys } from '../adapters/rank-keys.js';
import { RedisRankProjection } from './redis-rank-projection.js';

type Change = Parameters<RedisRankProjection['apply']>[0];
/** By window key, then player. */
type State = Map<string, Map<string, Entry>>;

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

const WINDOWS = ['all', '1970-W01', 'spring'];
const PARTS = ['country:de', 'country:fr', 'club'];
const TIGHT = { min: -3, max: 3 };

/** A board that no other test writes to. */
function newBoard(more: Partial<BoardDefinition> = {}): BoardDefinition {
  boards += 1;
  return {
    key: `board-${boards}`,
    incarnation: 1,
    source: { stat: 'points' },
    aggregation: 'sum',
    order: 'desc',
    ties: { columns: [], then: 'shared' },
    windows: [
      { kind: 'all' },
      { kind: 'weekly' },
      { kind: 'season', key: 'spring', start: '1970-01-01T00:00:00Z', end: '1970-01-01T00:00:10Z' },
    ],
    ...more,
  };
}

const SPLITS = [
  { key: 'country', attributes: ['country'] },
  { key: 'club', segment: 'club' },
];

async function apply(board: BoardDefinition, index: number, change: Partial<Change>): Promise<void> {
  const [from, to] = [index === 0 ? undefined : `1:${index - 1}`, `1:${index}`];
  const whole = { workspace, board, partition: 3, from, to, decidedAt: 1, windows: new Map(), ...change };
  expect(await projection.apply(whole)).toBe('applied');
}

/** What the ranks of a window, or of a part of it, must hold. */
function expectedRows(board: BoardDefinition, entries: Iterable<readonly [string, Entry]>, part?: string) {
  const rows = Array.from(entries, ([playerId, entry]) => ({ playerId, ...entry })).filter(
    (row) => isRanked(board, row) && (part === undefined || (board.splits && row.parts?.includes(part))),
  );
  return rankEntries(board, rows).map(({ playerId, score, columns, reachedAt, rank }) => ({
    playerId,
    score,
    columns,
    reachedAt: board.ties.then === 'shared' ? null : reachedAt,
    rank,
  }));
}

/** The same as Redis has it. The rank under dense numbering is that of the place of the row. */
async function foundRows(board: BoardDefinition, window: string, part?: string) {
  const ofWindow = rankKeys(scope.keyPrefix, workspace, board).window(window);
  const keys = part === undefined ? ofWindow : ofWindow.part(part);
  const form = rankForm(board, findWindow(board, window) ?? { start: null, end: null });
  const flat = await redis.zrange(keys.ranks, '0', '-1', 'WITHSCORES');
  const rows: ReturnType<typeof expectedRows> = [];
  const shared = new Map<string, number>();
  for (let index = 0; index < flat.length; index += 2) {
    const [member = '', score = ''] = [flat[index], flat[index + 1]];
    const row = form.read(Number(score), member);
    const place = `${member.slice(0, form.prefixWidth)}${SEPARATOR}${score}`;
    shared.set(place, (shared.get(place) ?? 0) + 1);
    const above = rows.at(-1);
    const sharesPlace = sharesRanks(board) && shared.get(place) !== 1;
    const next = board.numbering === 'dense' ? ((await redis.zrank(keys.places, place)) ?? -1) + 1 : rows.length + 1;
    const rank = sharesRanks(board) ? (sharesPlace ? (above?.rank ?? 0) : next) : rows.length + 1;
    rows.push({ ...row, rank });
  }
  if (board.numbering === 'dense' && sharesRanks(board)) {
    expect(await redis.hgetall(keys.counts)).toEqual(
      Object.fromEntries([...shared].map(([place, count]) => [place, String(count)])),
    );
    expect(await redis.zcard(keys.places)).toBe(shared.size);
  } else expect(await redis.exists(keys.places, keys.counts)).toBe(0);
  return rows;
}

async function expectRanks(board: BoardDefinition, state: State): Promise<void> {
  const keys = rankKeys(scope.keyPrefix, workspace, board);
  const windows = await redis.smembers(keys.windows);
  for (const window of WINDOWS) {
    const entries = state.get(window) ?? new Map<string, Entry>();
    const expected = expectedRows(board, entries);
    expect(await foundRows(board, window)).toEqual(expected);
    if (expected.length > 0) expect(windows).toContain(window);
    for (const part of PARTS) expect(await foundRows(board, window, part)).toEqual(expectedRows(board, entries, part));
    const parts = expected.flatMap(({ playerId }): [string, string][] => {
      const of = (board.splits && entries.get(playerId)?.parts) ?? [];
      return of.length > 0 ? [[playerId, of.join(SEPARATOR)]] : [];
    });
    expect(await redis.hgetall(keys.window(window).parts)).toEqual(Object.fromEntries(parts));
  }
}

const dictionary = <T>(values: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom('anna', 'bea', 'carl', 'dora', 'emil'), values, { minKeys: 1 });

/** Seldom true. */
const flag = fc.nat(7).map((number) => (number === 7 ? true : undefined));

const entries: fc.Arbitrary<Entry> = fc
  .record({
    score: fc.integer(TIGHT),
    goals: fc.integer({ min: 0, max: 1 }),
    reachedAt: fc.nat(3),
    parts: fc.subarray([...PARTS].sort()),
    hidden: flag,
    awaiting: flag,
  })
  .map(({ score, goals, reachedAt, parts: of, hidden, awaiting }) => ({
    score,
    columns: [goals],
    reachedAt,
    ...(of.length > 0 ? { parts: of } : {}),
    ...(hidden ? { hidden } : {}),
    ...(awaiting ? { awaiting } : {}),
  }));

const shapes = fc.record({
  order: fc.constantFrom('asc' as const, 'desc' as const),
  then: fc.constantFrom('first_to_reach' as const, 'last_to_reach' as const, 'shared' as const, 'shared' as const),
  numbering: fc.constantFrom('ordinal' as const, 'competition' as const, 'dense' as const, 'dense' as const),
  column: fc.constantFrom('asc' as const, 'desc' as const),
  isBounded: fc.boolean(),
  isSplit: fc.boolean(),
  minScore: fc.option(fc.integer(TIGHT), { nil: undefined }),
});

const boardOf = ({ order, then, numbering, column, isBounded, isSplit, minScore }: Shape): BoardDefinition =>
  newBoard({
    order,
    numbering,
    source: { stat: 'points', ...(isBounded ? { bounds: TIGHT } : {}) },
    ties: { columns: [{ stat: 'goals', order: column, ...(isBounded ? { bounds: TIGHT } : {}) }], then },
    ...(isSplit ? { splits: SPLITS } : {}),
    ...(minScore === undefined ? {} : { minScore }),
  });

type Shape = typeof shapes extends fc.Arbitrary<infer T> ? T : never;

/** Players with new entries in one window, and players who leave all windows first. */
const changes = fc.array(
  fc.record({
    window: fc.constantFrom(...WINDOWS),
    players: dictionary(entries),
    gone: fc.subarray(['anna', 'bea', 'carl'], { maxLength: 2 }),
  }),
  { maxLength: 6 },
);

describe('any sequence of changes', () => {
  it('leaves exactly the rows that are ranked, in each window and part, numbered by the definition', async () => {
    const property = fc.asyncProperty(shapes, changes, async (shape, sequence) => {
      const board = boardOf(shape);
      const state: State = new Map();
      for (const [index, { window, players, gone }] of sequence.entries()) {
        const changed = Object.entries(players).map(([playerId, entry]) => ({ playerId, entry }));
        for (const ofWindow of state.values()) for (const playerId of gone) ofWindow.delete(playerId);
        const ofWindow = state.get(window) ?? new Map<string, Entry>();
        state.set(window, ofWindow);
        for (const { playerId, entry } of changed) ofWindow.set(playerId, entry);
        await apply(board, index, { windows: new Map([[window, changed]]), gone });
      }

      await expectRanks(board, state);
    });
    await fc.assert(property, { numRuns: 200 });
  });

  it('ends in the same keys as its last state written once', async () => {
    const contentOf = async (board: BoardDefinition): Promise<unknown> => {
      const { base, positions } = rankKeys(scope.keyPrefix, workspace, board);
      const names = (await redis.keys(`${base}:*`)).filter((name) => name !== positions && !name.endsWith(':windows'));
      const content = names.map(async (name) => {
        const type = await redis.type(name);
        const values =
          type === 'zset'
            ? await redis.zrange(name, '0', '-1', 'WITHSCORES')
            : type === 'hash'
              ? Object.entries(await redis.hgetall(name)).sort()
              : 'parts that have been';
        return [name.slice(base.length), values];
      });
      return (await Promise.all(content)).filter(([, values]) => typeof values !== 'string').sort();
    };
    const property = fc.asyncProperty(shapes, changes, async (shape, sequence) => {
      const [board, again] = [boardOf(shape), boardOf(shape)];
      const state: State = new Map();
      for (const [index, { window, players }] of sequence.entries()) {
        const changed = Object.entries(players).map(([playerId, entry]) => ({ playerId, entry }));
        state.set(window, new Map([...(state.get(window) ?? []), ...Object.entries(players)]));
        await apply(board, index, { windows: new Map([[window, changed]]) });
      }
      const last = Array.from(state, ([window, of]) => {
        const entriesOf = Array.from(of, ([playerId, entry]) => ({ playerId, entry }));
        return [window, entriesOf] as const;
      });
      await apply(again, 0, { windows: new Map(last) });

      expect(await contentOf(board)).toEqual(await contentOf(again));
    });
    await fc.assert(property, { numRuns: 50 });
  });
});

describe('a row of a board with splits', () => {
  const entry = (score: number, ...parts: string[]): Entry => ({ score, columns: [], reachedAt: 1, parts });
  const rows = (of: Readonly<Record<string, Entry>>) =>
    new Map([['all', Object.entries(of).map(([playerId, each]) => ({ playerId, entry: each }))]]);
  const playersOf = async (board: BoardDefinition, part: string) =>
    (await foundRows(board, 'all', part)).map(({ playerId }) => playerId);

  it('moves from part to part in the change that says so', async () => {
    const board = newBoard({ splits: SPLITS });
    await apply(board, 0, { windows: rows({ anna: entry(3, 'club', 'country:de'), bea: entry(2, 'country:de') }) });

    await apply(board, 1, { windows: rows({ anna: entry(3, 'country:fr') }) });

    expect([
      await playersOf(board, 'club'),
      await playersOf(board, 'country:de'),
      await playersOf(board, 'country:fr'),
    ]).toEqual([[], ['bea'], ['anna']]);
  });

  it('leaves its parts when it is hidden, and comes back to those that it has then', async () => {
    const board = newBoard({ splits: SPLITS, numbering: 'dense' });
    await apply(board, 0, { windows: rows({ anna: entry(3, 'country:de') }) });

    await apply(board, 1, { windows: rows({ anna: { ...entry(3, 'country:de'), hidden: true } }) });
    expect([await playersOf(board, 'country:de'), await foundRows(board, 'all')]).toEqual([[], []]);
    await apply(board, 2, { windows: rows({ anna: entry(3, 'country:fr') }) });

    expect([await playersOf(board, 'country:de'), await playersOf(board, 'country:fr')]).toEqual([[], ['anna']]);
  });

  it('is ranked in its group where the board is divided by its league alone', async () => {
    const board = newBoard({ league: { window: 'weekly', groupSize: 2, tiers: [{ key: 'bronze' }] } });
    const seat = (score: number, group: number) => entry(score, `league:bronze:${group}`);

    await apply(board, 0, { windows: rows({ anna: seat(1, 1), bea: seat(3, 1), carl: seat(2, 2) }) });

    expect([await playersOf(board, 'league:bronze:1'), await playersOf(board, 'league:bronze:2')]).toEqual([
      ['bea', 'anna'],
      ['carl'],
    ]);
  });

  it('may be in parts of any name', async () => {
    const board = newBoard({ splits: SPLITS });
    const parts = ['a:b%20c', 'a:%F0%9F%98%80', "a:-_.!~*'()", 'a:x:y', 'league:1:7'].sort();

    await apply(board, 0, { windows: rows({ anna: entry(1, ...parts) }) });

    for (const part of parts) expect(await playersOf(board, part)).toEqual(['anna']);
  });
});
