import type { FrozenRow } from '@laurel/contracts';
import { type BoardDefinition, rankEntries } from '@laurel/leaderboards-domain';
import fc from 'fast-check';
import { aBoard } from '../reading/board.builder.js';
import { type RowMove, compareRows, firstOf, movedRows, shifted } from './row-move.js';

const SIZE = 3;

const boards = fc
  .record({
    order: fc.constantFrom('asc' as const, 'desc' as const),
    then: fc.constantFrom('first_to_reach' as const, 'last_to_reach' as const, 'shared' as const),
    numbering: fc.constantFrom('ordinal' as const, 'competition' as const, 'dense' as const),
  })
  .map(({ order, then, numbering }) => aBoard({ order, numbering, ties: { columns: [], then } }));

const results = fc.record({ score: fc.integer({ min: 0, max: 4 }), reachedAt: fc.nat({ max: 3 }) });

/** Rows in order, as a window ends with them. */
const frozen = (
  board: BoardDefinition,
  scores: readonly { readonly score: number; readonly reachedAt: number }[],
): FrozenRow[] =>
  rankEntries(
    board,
    scores.map((result, index) => ({ playerId: `p${index}`, columns: [], ...result })),
  );

/** The list after a move, and the places of the chunks that were written. */
async function applied(board: BoardDefinition, rows: readonly FrozenRow[], move: RowMove) {
  const start = firstOf(move, SIZE);
  let chunksRead = 0;
  async function* chunks() {
    for (let first = start; first < rows.length; first += SIZE) {
      chunksRead += 1;
      yield rows.slice(first, first + SIZE);
    }
  }
  const total = rows.length + (move.to ? 1 : 0) - (move.from === undefined ? 0 : 1);
  const after = [...rows];
  for await (const { first, rows: changed } of movedRows(board, move, chunks(), SIZE, rows[start - 1])) {
    expect(first % SIZE).toBe(0);
    after.splice(first, SIZE, ...changed);
  }
  return { after: after.slice(0, total), chunksRead };
}

/** Where a row belongs among others. */
const placeOf = (board: BoardDefinition, others: readonly FrozenRow[], row: FrozenRow): number =>
  others.filter((other) => compareRows(board, other, row) < 0).length;

describe('a row that moves in a list that is kept in chunks', () => {
  const lists = fc.record({
    board: boards,
    scores: fc.array(results, { minLength: 1, maxLength: 14 }),
    at: fc.nat(),
    to: results,
  });

  it('leaves the list that ranking the others anew gives, when it goes', async () => {
    await fc.assert(
      fc.asyncProperty(lists, async ({ board, scores, at }) => {
        const rows = frozen(board, scores);
        const from = at % rows.length;
        const { after } = await applied(board, rows, { from });
        expect(after).toEqual(rankEntries(board, rows.filter((_, place) => place !== from).map(withTime)));
      }),
    );
  });

  it('leaves the list that ranking all anew gives, when it comes in or gets another result', async () => {
    await fc.assert(
      fc.asyncProperty(lists, fc.boolean(), async ({ board, scores, at, to }, isNew) => {
        const rows = frozen(board, scores);
        const from = isNew ? undefined : at % rows.length;
        const row: FrozenRow = {
          playerId: 'new',
          columns: [],
          rank: 0,
          ...(from === undefined ? {} : rows[from]),
          ...to,
        };
        const others = rows.filter((_, place) => place !== from);
        const move: RowMove = {
          ...(from === undefined ? {} : { from }),
          to: { place: placeOf(board, others, row), row },
        };

        const { after } = await applied(board, rows, move);

        expect(after).toEqual(rankEntries(board, [...others, row].map(withTime)));
        for (const [place, { playerId }] of rows.entries()) {
          if (playerId !== row.playerId) expect(after[shifted(place, move)]?.playerId).toBe(playerId);
        }
      }),
    );
  });

  it('reads no further than to the first chunk behind it that stays as it was', async () => {
    const board = aBoard({ ties: { columns: [], then: 'first_to_reach' } });
    const rows = frozen(
      board,
      Array.from({ length: 30 }, (_, index) => ({ score: 100 - index, reachedAt: 1 })),
    );
    const row = { ...rows[7], score: 98.5 } as FrozenRow;
    const { chunksRead } = await applied(board, rows, { from: 7, to: { place: 2, row } });
    expect(chunksRead).toBeLessThanOrEqual(4);
  });
});

const withTime = (row: FrozenRow) => ({ ...row, reachedAt: row.reachedAt ?? 0 });
