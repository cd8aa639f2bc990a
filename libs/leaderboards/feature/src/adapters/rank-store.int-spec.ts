import { once } from 'node:events';
import {
  type BoardDefinition,
  type Entry,
  type WindowDefinition,
  compareEntries,
  rankEntries,
} from '@laurel/leaderboards-domain';
import { type RedisClient, closeRedis, createRedisClient } from '@laurel/platform-redis';
import { silentLog, testServers, uniqueTestScope } from '@laurel/testing';
import fc from 'fast-check';
import type { BoardTarget } from '../board-directory/board-target.js';
import type { RankQuestion } from '../reading/rank-question.js';
import type { PageStart, RankRead, RankedRow } from '../reading/rank-store.js';
import { filledBoard } from './filled-board.builder.js';
import { RedisRankStore } from './rank-store.redis.js';

type Placed = Pick<Entry, 'score' | 'columns' | 'reachedAt'> & { readonly playerId: string };

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

interface Shape extends Pick<BoardDefinition, 'order' | 'ties'>, Partial<Pick<BoardDefinition, 'source'>> {
  readonly window?: WindowDefinition;
}

const filled = ({ window, ...shape }: Shape, entries: readonly Placed[]): Promise<BoardTarget> =>
  filledBoard(redis, scope, { ...shape, windows: [window ?? { kind: 'all' }] }, entries);

async function ask(target: BoardTarget, question: RankQuestion): Promise<RankRead> {
  const read = await store.read(target, question);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

const page = (target: BoardTarget, start: PageStart, limit: number): Promise<RankRead> =>
  ask(target, { kind: 'page', start, limit });

const around = (target: BoardTarget, playerId: string, limit: number): Promise<RankRead> =>
  ask(target, { kind: 'around', playerId, limit });

/** Every page from the first to the last, then back from the last to the first. */
async function walk(target: BoardTarget, limit: number): Promise<{ forth: RankRead[]; back: RankRead[] }> {
  const forth = [await page(target, { kind: 'first' }, limit)];
  for (let edges = forth[0]?.edges; edges; edges = forth.at(-1)?.edges) {
    forth.push(await page(target, { kind: 'after', key: edges.last }, limit));
  }
  const back: RankRead[] = [];
  for (let edges = forth.at(-2)?.edges; edges; edges = back.at(-1)?.edges) {
    back.push(await page(target, { kind: 'before', key: edges.first }, limit));
  }
  return { forth, back };
}

const rowsOf = (reads: readonly RankRead[]): RankedRow[] => reads.flatMap(({ rows }) => rows);

/** Few distinct numbers, so that ties abound, and the ends of the range. */
const amount = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -2, max: 2 }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, 1_000_000_007) },
);
const order = fc.constantFrom('desc' as const, 'asc' as const);
const shape = fc.record({
  order,
  ties: fc.record({
    columns: fc.uniqueArray(fc.record({ stat: fc.constantFrom('goals', 'wins'), order }), {
      selector: ({ stat }) => stat,
    }),
    then: fc.constantFrom('first_to_reach' as const, 'shared' as const),
  }),
});
const entry = fc.record({
  playerId: fc.string({ unit: fc.constantFrom('a', 'B', '-', '0', 'é', '\u{FFFD}', '😀'), minLength: 1, maxLength: 3 }),
  score: amount,
  columns: fc.tuple(amount, amount),
  reachedAt: fc.integer({ min: 1_700_000_000_000, max: 1_700_000_000_003 }),
});
/** One half of a second, so that time, score and one column fit 53 bits with room to spare. */
const BLINK: WindowDefinition = {
  kind: 'season',
  key: 'blink',
  start: '2023-11-14T22:13:20.000Z',
  end: '2023-11-14T22:13:20.500Z',
};
const near = { min: -2, max: 2 };
const packedShape = shape.map(({ order, ties }): Shape => ({
  order,
  source: { stat: 'points', bounds: near },
  ties: { ...ties, columns: ties.columns.map((column) => ({ ...column, bounds: near })) },
  window: BLINK,
}));
const packedEntry = fc.record({
  playerId: fc.string({ unit: fc.constantFrom('a', 'B', '-', '0', 'é', '\u{FFFD}', '😀'), minLength: 1, maxLength: 3 }),
  score: fc.integer(near),
  columns: fc.tuple(fc.integer(near), fc.integer(near)),
  reachedAt: fc.integer({ min: 1_700_000_000_000, max: 1_700_000_000_003 }),
});
const forms: fc.Arbitrary<{ it: Shape; of: fc.Arbitrary<Placed> }> = fc.oneof(
  shape.map((it) => ({ it, of: entry })),
  packedShape.map((it) => ({ it, of: packedEntry })),
);
const boardOf = forms.chain(({ it, of }) =>
  fc.tuple(
    fc.constant(it),
    fc.array(
      of.map((row) => ({ ...row, columns: row.columns.slice(0, it.ties.columns.length) })),
      { maxLength: 14 },
    ),
  ),
);

/** What the reference makes of the entries that stand in the end. */
const reference = ({ board }: BoardTarget, entries: readonly Placed[]): (Placed & { rank: number })[] =>
  rankEntries(board, [...new Map(entries.map((row) => [row.playerId, row])).values()]);

/** What ranks keep of rows: no time where ties are shared. */
const kept = ({ board }: BoardTarget, rows: readonly (Placed & { rank: number })[]): RankedRow[] =>
  rows.map((row) => (board.ties.then === 'shared' ? { ...row, reachedAt: null } : row));

describe('ranks in Redis', () => {
  it('equal the reference ranking, on every page forth and back and around every player', async () => {
    const seed = Number(process.env['FAST_CHECK_SEED'] ?? Date.now());
    process.stdout.write(`fast-check seed: ${seed}\n`);
    const property = fc.asyncProperty(boardOf, fc.integer({ min: 1, max: 5 }), async ([it, entries], limit) => {
      const target = await filled(it, entries);
      const expected = kept(target, reference(target, entries));
      const { forth, back } = await walk(target, limit);
      expect(rowsOf(forth)).toEqual(expected);
      // Back from the last page that has rows: everything before it.
      expect(rowsOf(back.reverse())).toEqual(expected.slice(0, forth.at(-2)?.offset ?? 0));
      expect(forth.every(({ total }) => total === expected.length)).toBe(true);
      for (const [index, row] of expected.entries()) {
        const first = Math.max(0, Math.min(index - Math.floor(limit / 2), expected.length - limit));
        const read = await around(target, row.playerId, limit);
        expect(read.rows).toEqual(expected.slice(first, first + limit));
        expect(read.offset).toBe(first);
      }
      expect((await around(target, 'nobody', limit)).rows).toEqual([]);
    });
    await fc.assert(property, { numRuns: 300, seed });
  }, 120_000);

  it('go on behind a row that has moved away since', async () => {
    const property = fc.asyncProperty(boardOf, fc.nat(), packedEntry, async ([it, entries], pick, moved) => {
      const columns = moved.columns.slice(0, it.ties.columns.length);
      const before = await filled(it, entries);
      const { edges } = await page(before, { kind: 'first' }, 1 + (pick % 5));
      if (!edges) return;
      const [last] = reference(before, entries)
        .slice(0, 1 + (pick % 5))
        .slice(-1);
      const change = { ...moved, columns, playerId: last?.playerId ?? '' };
      const after = await filled(it, [...entries, change]);
      const behind = reference(after, [...entries, change]).filter(
        (row) => last && compareEntries(after.board, row, last) > 0,
      );
      const ahead = reference(after, [...entries, change]).filter(
        (row) => last && compareEntries(after.board, row, last) < 0,
      );
      expect((await page(after, { kind: 'after', key: edges.last }, 100)).rows).toEqual(kept(after, behind));
      expect((await page(after, { kind: 'before', key: edges.last }, 100)).rows).toEqual(kept(after, ahead));
    });
    await fc.assert(property, { numRuns: 200 });
  }, 120_000);

  it('are shared by equals that stand before the page, on a large board of equals', async () => {
    const shape = { order: 'desc', ties: { columns: [{ stat: 'goals', order: 'asc' }], then: 'shared' } } as const;
    const name = (index: number): string => `p${String(index).padStart(4, '0')}`;
    const entries = Array.from({ length: 1_000 }, (_, index) => ({
      playerId: name(index),
      score: 7,
      columns: [index < 100 ? 1 : 2],
      reachedAt: 0,
    }));
    const target = await filled(shape, [...entries, { playerId: 'best', score: 8, columns: [0], reachedAt: 0 }]);
    const { rows } = await around(target, name(500), 3);
    expect(rows.map(({ rank, playerId }) => [rank, playerId])).toEqual([
      [102, name(499)],
      [102, name(500)],
      [102, name(501)],
    ]);
    const edge = await around(target, name(100), 2);
    expect(edge.rows.map(({ rank }) => rank)).toEqual([2, 102]);
  }, 60_000);

  it('name the parts of a window that begin like a text, whatever characters it has', async () => {
    const parts = ['club:*', 'club:a', 'club:b', 'country:de'];
    const splits = [{ key: 'club', attributes: ['club'] }];
    const shape = { order: 'desc', ties: { columns: [], then: 'shared' }, splits } as const;
    const target = await filledBoard(redis, scope, shape, [
      { playerId: 'ann', score: 1, columns: [], reachedAt: 0, parts },
    ]);
    const named = async (beginning: string): Promise<readonly string[]> => {
      const read = await store.parts(target, beginning);
      return read.ok ? [...read.value].sort() : [read.error];
    };
    expect(await named('')).toEqual(parts);
    expect(await named('club:')).toEqual(parts.slice(0, 3));
    expect(await named('club:*')).toEqual(['club:*']);
    expect(await named('[c]lub')).toEqual([]);
  });

  it('are unreachable, and no error, where no Redis answers', async () => {
    const nowhere = createRedisClient({ url: 'redis://127.0.0.1:1' }, silentLog);
    const target = await filled({ order: 'desc', ties: { columns: [], then: 'shared' } }, []);
    const read = await new RedisRankStore(nowhere, scope.keyPrefix).read(target, {
      ...{ kind: 'page', start: { kind: 'first' }, limit: 1 },
    });
    expect(read).toEqual({ ok: false, error: 'unreachable' });
    await closeRedis(nowhere);
  });
});
