import type { BoardDefinition } from '@laurel/leaderboards-domain';
import fc from 'fast-check';
import { rowWriter, rowsJson } from './answer-json.js';
import { describeReading } from './board-answer.js';
import type { BoardReading } from './board-reader.js';
import { aBoard, aTarget } from './board.builder.js';
import { type Row, toStandingRow } from './standing-row.js';

/** Any text that can be a key; not the ones that objects treat as array indices, which move to the front of them. */
const key = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !/^\d+$/.test(text) && text !== '__proto__');

const board = fc
  .tuple(fc.uniqueArray(key, { maxLength: 4 }), fc.constantFrom('first_to_reach' as const, 'shared' as const))
  .map(([stats, then]) => aBoard({ ties: { columns: stats.map((stat) => ({ stat, order: 'desc' as const })), then } }));

const row: fc.Arbitrary<Row> = fc.record({
  rank: fc.option(fc.integer({ min: 1 })),
  playerId: fc.string({ unit: 'binary' }),
  score: fc.maxSafeInteger(),
  columns: fc.array(fc.maxSafeInteger(), { maxLength: 4 }),
  reachedAt: fc.integer({ min: -8.64e15, max: 8.64e15 }),
});

const asStringified = (definition: BoardDefinition, of: Row): string => JSON.stringify(toStandingRow(definition, of));

describe('an answer as JSON', () => {
  it('has its rows as JSON.stringify writes them', () => {
    fc.assert(fc.property(board, row, (definition, of) => rowWriter(definition)(of) === asStringified(definition, of)));
  });

  it.each<[string, BoardReading, object]>([
    ['while ranks are right', rankedReading(), { next: 'abc', prev: null }],
    ['of an empty board', { ...rankedReading(), rows: [], total: 0 }, { next: null, prev: null }],
    ['while warming', { kind: 'warming', why: 'rebuilding', rows: [] }, {}],
  ])('is what JSON.stringify writes %s', (_when, reading, more) => {
    const target = aTarget();
    const rows = reading.rows.map((of) => toStandingRow(target.board, of));
    const members = JSON.stringify(more).slice(1, -1);
    expect(rowsJson(target, reading, members && `,${members}`).toString()).toBe(
      JSON.stringify({ ...describeReading(target, reading), entries: rows, ...more }),
    );
  });
});

function rankedReading(): Extract<BoardReading, { kind: 'ranked' }> {
  const rows = ['chelsea', 'mönchen"gladbach\\\n😀'].map((playerId, index) => ({
    ...{ rank: index + 1, playerId, score: -index, columns: [41], reachedAt: 1_432_425_600_000 + index },
  }));
  return { kind: 'ranked', projected: { partitions: new Map(), asOf: 1_432_425_600_000 }, total: 9, offset: 0, rows };
}
