import fc from 'fast-check';
import type { BoardDefinition } from './board.js';
import { combineEntries } from './combine-entries.js';
import { type Entry, type Submission, applySubmission } from './entry.js';

type Board = Pick<BoardDefinition, 'aggregation' | 'order' | 'ties'>;

const boards: fc.Arbitrary<Board> = fc.record({
  aggregation: fc.constantFrom<BoardDefinition['aggregation'][]>('sum', 'best', 'last'),
  order: fc.constantFrom('asc' as const, 'desc' as const),
  ties: fc.constant({ columns: [{ stat: 'lives', order: 'desc' as const }], then: 'first_to_reach' as const }),
});
/** Many equal numbers and times, and zeros. */
const results = fc
  .array(fc.record({ score: fc.integer({ min: -3, max: 3 }), column: fc.nat({ max: 1 }), at: fc.nat({ max: 5 }) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((drafts) =>
    drafts.map(({ score, column, at }, index): Submission => ({ score, columns: [column], at, eventId: `e${index}` })),
  );

const entryOf = (board: Board, submissions: readonly Submission[]): Entry | undefined =>
  submissions.reduce<Entry | undefined>((current, submission) => {
    const applied = applySubmission(board, current, submission);
    if (!applied.ok) throw new Error(applied.error);
    return applied.value;
  }, undefined);

describe('the entry of two players who are one', () => {
  it('is the one that all their results would have given one player, whoever had which', () => {
    fc.assert(
      fc.property(boards, results, fc.infiniteStream(fc.boolean()), (board, submissions, whose) => {
        const [mine, theirs]: [Submission[], Submission[]] = [[], []];
        for (const submission of submissions) (whose.next().value ? mine : theirs).push(submission);
        const [current, added] = [entryOf(board, mine), entryOf(board, theirs)];
        if (!added) return;
        expect(combineEntries(board, current, added)).toEqual({ ok: true, value: entryOf(board, submissions) });
      }),
    );
  });

  it('is refused where a sum would leave the safe integers', () => {
    const board: Board = { aggregation: 'sum', order: 'desc', ties: { columns: [], then: 'shared' } };
    const full = { score: Number.MAX_SAFE_INTEGER, columns: [], reachedAt: 1 };
    expect(combineEntries(board, full, { score: 1, columns: [], reachedAt: 2 })).toEqual({
      ok: false,
      error: 'overflow',
    });
  });
});
