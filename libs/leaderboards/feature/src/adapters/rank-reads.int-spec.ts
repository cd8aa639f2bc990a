import { once } from 'node:events';
import { type BoardDefinition, rankEntries } from '@laurel/leaderboards-domain';
import { type RedisClient, closeRedis, createRedisClient } from '@laurel/platform-redis';
import { silentLog, testServers, uniqueTestScope } from '@laurel/testing';
import fc from 'fast-check';
import type { BoardTarget } from '../board-directory/board-target.js';
import type { RankQuestion, RankSpan } from '../reading/rank-question.js';
import type { PageStart, RankRead } from '../reading/rank-store.js';
import { type FilledEntry, filledBoard } from './filled-board.builder.js';
import { RedisRankStore } from './rank-store.redis.js';

type Ranked = FilledEntry & { readonly rank: number };

const PARTS = ['country:DE', 'country:S%3AO', 'vip'];
const scope = uniqueTestScope();
let redis: RedisClient;
let store: RedisRankStore;

beforeAll(async () => {
  redis = createRedisClient({ url: testServers().redisUrl, commandTimeoutMs: 10_000 }, silentLog);
  await once(redis, 'ready');
  store = new RedisRankStore(redis, scope.keyPrefix);
});

afterAll(async () => {
  const keys = await redis.keys(`${scope.keyPrefix}*`);
  if (keys.length > 0) await redis.del(keys);
  await closeRedis(redis);
});

async function ask(target: BoardTarget, question: RankQuestion): Promise<RankRead> {
  const read = await store.read(target, question);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

const near = { min: -2, max: 2 };
const BLINK = {
  kind: 'season',
  key: 'blink',
  start: '2023-11-14T22:13:20.000Z',
  end: '2023-11-14T22:13:20.500Z',
} as const;
const order = fc.constantFrom('desc' as const, 'asc' as const);
/** Every way to number, in both forms of rows, with and without parts and an end. */
const shape = fc
  .record({
    order,
    column: fc.option(order, { nil: undefined }),
    then: fc.constantFrom('first_to_reach' as const, 'last_to_reach' as const, 'shared' as const),
    numbering: fc.constantFrom('ordinal' as const, 'competition' as const, 'dense' as const, undefined),
    isPacked: fc.boolean(),
    hasSplits: fc.boolean(),
    sizeLimit: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
  })
  .map((it): Pick<BoardDefinition, 'order' | 'ties'> & Partial<BoardDefinition> => {
    const bounds = it.isPacked ? { bounds: near } : {};
    return {
      order: it.order,
      source: { stat: 'points', ...bounds },
      ties: { columns: it.column ? [{ stat: 'goals', order: it.column, ...bounds }] : [], then: it.then },
      windows: [BLINK],
      ...(it.numbering ? { numbering: it.numbering } : {}),
      ...(it.sizeLimit ? { sizeLimit: it.sizeLimit } : {}),
      ...(it.hasSplits
        ? {
            splits: [
              { key: 'country', attributes: ['country'] },
              { key: 'vip', segment: 'vips' },
            ],
          }
        : {}),
    };
  });
const entry = fc.record({
  playerId: fc.string({ unit: fc.constantFrom('a', 'B', '0', 'é', '😀'), minLength: 1, maxLength: 2 }),
  score: fc.integer(near),
  column: fc.integer(near),
  reachedAt: fc.integer({ min: 1_700_000_000_000, max: 1_700_000_000_003 }),
  parts: fc.subarray(PARTS),
});
const filling = fc.record({
  it: shape,
  entries: fc.array(entry, { maxLength: 16 }),
  part: fc.option(fc.constantFrom(...PARTS), { nil: undefined }),
  limit: fc.integer({ min: 1, max: 5 }),
});

interface Case {
  readonly target: BoardTarget;
  /** Of the whole board, and of what is read. */
  readonly whole: readonly Ranked[];
  readonly rows: readonly Ranked[];
}

async function aCase({ it, entries, part }: typeof filling extends fc.Arbitrary<infer T> ? T : never): Promise<Case> {
  const shaped = entries.map(({ column, parts, ...rest }): FilledEntry => ({
    ...rest,
    columns: (it.ties?.columns ?? []).map(() => column),
    ...(it.splits ? { parts } : {}),
  }));
  const target = await filledBoard(redis, scope, it, shaped);
  const last = [...new Map(shaped.map((row) => [row.playerId, row])).values()];
  const whole = rankEntries(target.board, last).slice(0, it.sizeLimit);
  const isPart = it.splits !== undefined && part !== undefined;
  return {
    target: isPart ? { ...target, part } : target,
    whole,
    rows: isPart ? inPart(target.board, whole, part) : whole,
  };
}

const inPart = (board: BoardDefinition, whole: readonly Ranked[], part: string): Ranked[] =>
  rankEntries(
    board,
    whole.filter(({ parts }) => parts?.includes(part)),
  );

/** What tells a row from others, by rank and player. */
const named = (rows: readonly { readonly rank: number; readonly playerId: string }[]): string[] =>
  rows.map(({ rank, playerId }) => `${rank} ${playerId}`);

async function holds(check: (it: Case, limit: number) => Promise<void>): Promise<void> {
  const seed = Number(process.env['FAST_CHECK_SEED'] ?? Date.now());
  process.stdout.write(`fast-check seed: ${seed}\n`);
  const property = fc.asyncProperty(filling, async (it) => check(await aCase(it), it.limit));
  await fc.assert(property, { numRuns: 150, seed });
}

/** The rows of all pages of a span, forth; and its count and the pages back from the last one. */
async function walk(
  target: BoardTarget,
  span: RankSpan,
  limit: number,
): Promise<{ forth: string[]; back: string[]; count: number }> {
  const pageFrom = (start: PageStart): Promise<RankRead> => ask(target, { kind: 'span', span, start, limit });
  const forth = [await pageFrom({ kind: 'first' })];
  for (let edges = forth[0]?.edges; edges; edges = forth.at(-1)?.edges) {
    forth.push(await pageFrom({ kind: 'after', key: edges.last }));
  }
  const back: RankRead[] = [];
  for (let edges = forth.at(-2)?.edges; edges; edges = back.at(-1)?.edges) {
    back.push(await pageFrom({ kind: 'before', key: edges.first }));
  }
  const rowsOf = (reads: readonly RankRead[]): string[] => named(reads.flatMap(({ rows }) => rows));
  return { forth: rowsOf(forth), back: rowsOf(back.reverse()), count: forth[0]?.span?.count ?? -1 };
}

/** A span gives these rows, on pages forth and back, and counts them. */
async function givesRows(
  target: BoardTarget,
  span: RankSpan,
  limit: number,
  expected: readonly Ranked[],
): Promise<void> {
  const { forth, back, count } = await walk(target, span, limit);
  expect(forth).toEqual(named(expected));
  expect(count).toBe(expected.length);
  const onLastPage = expected.length % limit || Math.min(limit, expected.length);
  expect(back).toEqual(named(expected.slice(0, expected.length - onLastPage)));
}

describe('reads of ranks equal the reference ranking', () => {
  it(
    'on a page, of the whole and of a part, up to the size limit',
    () =>
      holds(async ({ target, rows }, limit) => {
        const first = await ask(target, { kind: 'page', start: { kind: 'first' }, limit });
        expect(named(first.rows)).toEqual(named(rows.slice(0, limit)));
        expect(first.total).toBe(rows.length);
        const end = { score: '+inf', member: '' };
        const last = await ask(target, { kind: 'page', start: { kind: 'before', key: end }, limit });
        expect(named(last.rows)).toEqual(named(rows.slice(Math.max(0, rows.length - limit))));
        for (const offset of [0, 1, limit, rows.length - 1, rows.length, rows.length + 9].filter((at) => at >= 0)) {
          const there = await ask(target, { kind: 'page', start: { kind: 'at', offset }, limit });
          expect(named(there.rows)).toEqual(named(rows.slice(offset, offset + limit)));
          expect([there.offset, there.total]).toEqual([Math.min(offset, rows.length), rows.length]);
        }
      }),
    120_000,
  );

  it(
    'around a player and around a score, a full page at the edges',
    () =>
      holds(async ({ target, rows }, limit) => {
        const around = (index: number): string[] => {
          const first = Math.max(0, Math.min(index - Math.floor(limit / 2), rows.length - limit));
          return named(rows.slice(first, first + limit));
        };
        for (const [index, { playerId }] of rows.entries()) {
          expect(named((await ask(target, { kind: 'around', playerId, limit })).rows)).toEqual(around(index));
        }
        expect((await ask(target, { kind: 'around', playerId: 'nobody', limit })).rows).toEqual([]);
        for (const score of [-1_000_000, -3, -1, 0, 2, 3, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]) {
          const isBehind = (row: Ranked) => (target.board.order === 'desc' ? row.score <= score : row.score >= score);
          const index = rows.findIndex(isBehind);
          const read = await ask(target, { kind: 'around_score', score, limit });
          expect(named(read.rows)).toEqual(around(index < 0 ? rows.length : index));
        }
      }),
    120_000,
  );

  it(
    'of a range of ranks, of a range of scores, and of the best percent',
    () =>
      holds(async ({ target, rows }, limit) => {
        for (const [from, to] of [
          [1, 1],
          [1, 3],
          [2, 4],
          [3, 3],
          [1, 100],
          [90, 99],
        ] as const) {
          const expected = rows.filter(({ rank }) => rank >= from && rank <= to);
          await givesRows(target, { kind: 'ranks', from, to }, limit, expected);
        }
        for (const [min, max] of [
          [-1, 1],
          [2, 2],
          [-9, -2],
          [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
        ] as const) {
          const expected = rows.filter(({ score }) => score >= min && score <= max);
          await givesRows(target, { kind: 'scores', min, max }, limit, expected);
        }
        for (const percent of [0.0001, 10, 33.3333, 50, 100]) {
          const last = rows[Math.max(1, Math.ceil((rows.length * percent) / 100)) - 1];
          const expected = rows.filter(({ rank }) => last !== undefined && rank <= last.rank);
          await givesRows(target, { kind: 'top', percent }, limit, expected);
        }
      }),
    240_000,
  );

  it(
    'of a list of players, and at percentiles',
    () =>
      holds(async ({ target, rows }) => {
        const friends = rows.filter((_row, index) => index % 2 === 0);
        const playerIds = [
          ...friends.map(({ playerId }) => playerId).reverse(),
          'nobody',
          friends[0]?.playerId ?? 'none',
        ];
        const read = await ask(target, { kind: 'players', playerIds });
        expect(named(read.rows)).toEqual(named(friends));
        expect(read.total).toBe(rows.length);
        const percents = [100, 90, 50, 5, 0.0001];
        const at = await ask(target, { kind: 'percentiles', percents });
        const expected = percents.map((percent) =>
          rows.findLast((_row, index) => (rows.length - index) * 100 >= rows.length * percent),
        );
        expect(named(at.rows)).toEqual(named(expected.flatMap((row) => row ?? [])));
      }),
    120_000,
  );

  it(
    'of a standing, with the rank in every part',
    () =>
      holds(async ({ target, whole }) => {
        const { part: _part, ...board } = target;
        for (const row of whole) {
          const read = await ask(board, { kind: 'standing', playerId: row.playerId });
          expect(named(read.rows)).toEqual(named([row]));
          expect(read.better).toBe(whole.findIndex(({ rank }) => rank === row.rank));
          const parts = (row.parts ?? []).map((part) => {
            const inIt = inPart(board.board, whole, part);
            return { part, rank: inIt.find(({ playerId }) => playerId === row.playerId)?.rank, total: inIt.length };
          });
          expect(read.parts).toEqual(parts);
        }
        expect((await ask(board, { kind: 'standing', playerId: 'nobody' })).rows).toEqual([]);
      }),
    120_000,
  );
});
