import fc from 'fast-check';
import type { BoardDefinition, Bounds } from './board.js';
import { rankForm } from './rank-form.js';
import { compareEntries, compareUtf8 } from './ranking.js';
import type { WindowBounds } from './window.js';

type Shape = Pick<BoardDefinition, 'order' | 'source' | 'ties'>;

const ALL: WindowBounds = { start: null, end: null };
const [START, END] = [Date.parse('2026-11-01T00:00:00Z'), Date.parse('2026-12-01T00:00:00Z')];
const SEASON: WindowBounds = { start: START, end: END };

const safeInteger = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
const order = fc.constantFrom('asc' as const, 'desc' as const);
const then = fc.constantFrom('first_to_reach' as const, 'last_to_reach' as const, 'shared' as const);
/** Of any place and width, so that some boards pack and some do not, and some at the very edge of 53 bits. */
const bounds = fc
  .tuple(safeInteger, fc.integer({ min: 0, max: 53 }), fc.integer({ min: -1, max: 1 }))
  .map(([min, bits, more]): Bounds => {
    const size = Math.max(1, 2 ** bits + more);
    return { min, max: Math.min(min + size - 1, Number.MAX_SAFE_INTEGER) };
  });
const declared = fc.option(bounds, { nil: undefined, freq: 4 });
const shape = fc
  .record({
    order,
    source: declared,
    columns: fc.array(fc.tuple(order, declared), { maxLength: 3 }),
    then,
  })
  .map((it): Shape => ({
    order: it.order,
    source: { stat: 'points', ...(it.source ? { bounds: it.source } : {}) },
    ties: {
      columns: it.columns.map(([column, limits]) => ({
        stat: 's',
        order: column,
        ...(limits ? { bounds: limits } : {}),
      })),
      then: it.then,
    },
  }));

/** Any number that the bounds allow, with ends and near equals among them. */
const within = (limits: Bounds = { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }) =>
  fc.oneof(
    fc.constantFrom(limits.min, limits.max),
    fc.integer(limits),
    fc.integer({ min: limits.min, max: Math.min(limits.min + 2, limits.max) }),
  );
const entryOf = (board: Shape, times: Bounds) =>
  fc
    .record({
      score: within(board.source.bounds),
      columns: fc.tuple(...board.ties.columns.map((column) => within(column.bounds))),
      reachedAt: within(times),
      playerId: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
    })
    .map(({ score, columns, ...rest }) => ({
      ...rest,
      score: score + 0,
      columns: columns.map((column) => column + 0),
    }));
const windows = fc.constantFrom(
  { window: ALL, times: { min: 0, max: 2 ** 42 } },
  { window: SEASON, times: { min: START, max: END - 1 } },
);
const two = fc
  .tuple(shape, windows)
  .chain(([board, { window, times }]) =>
    fc.tuple(fc.constant(board), fc.constant(window), entryOf(board, times), entryOf(board, times), fc.boolean()),
  );

describe('a rank form', () => {
  it('orders rows in a sorted set exactly as the board does, packed or not', () => {
    fc.assert(
      fc.property(two, ([board, window, left, other, isEqual]) => {
        const right = isEqual ? { ...left, playerId: other.playerId, reachedAt: other.reachedAt } : other;
        const form = rankForm(board, window);
        const [mine, theirs] = [form.place(left), form.place(right)];
        const inSet =
          mine.score - theirs.score || compareUtf8(mine.prefix + left.playerId, theirs.prefix + right.playerId);
        expect(Math.sign(inSet)).toBe(Math.sign(compareEntries(board, left, right)));
        expect([mine.prefix.length, Number.isSafeInteger(mine.score)]).toEqual([form.prefixWidth, true]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives back player, score, columns and time exactly; no time where ties are shared', () => {
    fc.assert(
      fc.property(two, ([board, window, entry]) => {
        const form = rankForm(board, window);
        const { score, prefix } = form.place(entry);
        const isShared = board.ties.then === 'shared';
        expect(form.read(score, prefix + entry.playerId)).toEqual({
          ...entry,
          reachedAt: isShared ? null : entry.reachedAt,
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it('says where in a sorted set the rows of some scores lie, packed or not, and beyond all bounds', () => {
    fc.assert(
      fc.property(two, fc.tuple(safeInteger, safeInteger), ([board, window, entry], [left, right]) => {
        const form = rankForm(board, window);
        const { score } = form.place(entry);
        const near = [entry.score - 1, entry.score, entry.score + 1].filter((each) => Number.isSafeInteger(each));
        for (const [a, b] of [
          [left, right],
          ...near.map((each) => [each, each]),
          ...near.map((each) => [each, left]),
        ]) {
          const [min, max] = [Math.min(a ?? 0, b ?? 0), Math.max(a ?? 0, b ?? 0)];
          const { from, to } = form.scoreSpan(min, max);
          expect(score >= from && score <= to).toBe(entry.score >= min && entry.score <= max);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  const widthOf = (board: Partial<Shape>, window: WindowBounds): number =>
    rankForm({ order: 'desc', source: { stat: 'points' }, ties: { columns: [], then: 'shared' }, ...board }, window)
      .prefixWidth;
  const bounded = (bits: number) => ({ stat: 'points', bounds: { min: 0, max: 2 ** bits - 1 } });
  const column = (bits?: number) => ({
    stat: 'goals',
    order: 'desc' as const,
    ...(bits === undefined ? {} : { bounds: { min: -3, max: 2 ** bits - 4 } }),
  });

  it.each<[string, Partial<Shape>, WindowBounds, number]>([
    ['is the bare score where nothing breaks ties', {}, ALL, 0],
    ['is packed up to 53 bits', { source: bounded(30), ties: { columns: [column(23)], then: 'shared' } }, ALL, 0],
    ['is a prefix beyond 53 bits', { source: bounded(30), ties: { columns: [column(24)], then: 'shared' } }, ALL, 9],
    [
      'is a prefix where a column has no bounds',
      { source: bounded(1), ties: { columns: [column()], then: 'shared' } },
      ALL,
      9,
    ],
    [
      'is packed with the time of a season, by its length',
      { source: bounded(20), ties: { columns: [], then: 'first_to_reach' } },
      SEASON,
      0,
    ],
    [
      'is a prefix with time where the window has no end',
      { source: bounded(1), ties: { columns: [column(1)], then: 'first_to_reach' } },
      ALL,
      18,
    ],
  ])('%s', (_, board, window, width) => {
    expect(widthOf(board, window)).toBe(width);
  });

  it('refuses an entry outside the bounds rather than misplacing it', () => {
    const board: Shape = {
      order: 'desc',
      source: bounded(4),
      ties: { columns: [column(4)], then: 'first_to_reach' },
    };
    const form = rankForm(board, SEASON);
    expect(() => form.place({ score: 16, columns: [0], reachedAt: START })).toThrow(RangeError);
    expect(() => form.place({ score: 1, columns: [-4], reachedAt: START })).toThrow(RangeError);
    expect(() => form.place({ score: 1, columns: [0], reachedAt: END })).toThrow(RangeError);
  });

  it('never writes minus zero', () => {
    const form = rankForm({ order: 'desc', source: { stat: 's' }, ties: { columns: [], then: 'shared' } }, ALL);
    expect(Object.is(form.place({ score: 0, columns: [], reachedAt: 0 }).score, 0)).toBe(true);
  });
});
