import { type BoardDefinition, compareEntries, rankEntries } from '@laurel/leaderboards-domain';
import fc from 'fast-check';
import { aBoard } from '../reading/board.builder.js';
import { RowRanks } from './row-ranks.js';

const anOrder = fc.constantFrom('asc' as const, 'desc' as const);
const aShape = fc.record({
  order: anOrder,
  numbering: fc.constantFrom('ordinal' as const, 'competition' as const, 'dense' as const),
  ties: fc.record({
    columns: fc.array(fc.record({ stat: fc.constant('other'), order: anOrder }), { maxLength: 1 }),
    then: fc.constantFrom('first_to_reach' as const, 'last_to_reach' as const, 'shared' as const),
  }),
});
const someRows = fc.uniqueArray(
  fc.record({
    playerId: fc.string({ minLength: 1, maxLength: 4 }),
    score: fc.integer({ min: -2, max: 2 }),
    column: fc.integer({ min: 0, max: 1 }),
    reachedAt: fc.integer({ min: 0, max: 2 }),
  }),
  { selector: ({ playerId }) => playerId, maxLength: 20 },
);

describe('numbering rows as they come', () => {
  it('gives what the definition gives of all of them at once, whatever the numbering and the ties', () => {
    fc.assert(
      fc.property(aShape, someRows, (shape, rows) => {
        const board: BoardDefinition = aBoard(shape);
        const entries = rows.map(({ column, ...row }) => ({ ...row, columns: board.ties.columns.map(() => column) }));
        const ranks = new RowRanks(board);

        const numbered = [...entries]
          .sort((left, right) => compareEntries(board, left, right))
          .map((row) => ({ ...row, rank: ranks.next(row) }));

        expect(numbered).toEqual(rankEntries(board, entries));
        expect(ranks.count).toBe(rows.length);
      }),
    );
  });
});
