import fc from 'fast-check';
import type { BoardAggregation, BoardDefinition } from './board.js';
import { type Entry, type Submission, applySubmission } from './entry.js';

const boardOf = (
  aggregation: BoardAggregation,
  order: 'asc' | 'desc' = 'desc',
): Pick<BoardDefinition, 'aggregation' | 'order' | 'ties'> => ({
  aggregation,
  order,
  ties: { columns: [{ stat: 'lives', order: 'desc' }], then: 'first_to_reach' },
});

function applyAll(board: ReturnType<typeof boardOf>, submissions: readonly Submission[]): Entry | undefined {
  let entry: Entry | undefined;
  for (const submission of submissions) {
    const applied = applySubmission(board, entry, submission);
    if (!applied.ok) throw new Error(applied.error);
    entry = applied.value;
  }
  return entry;
}

const submission = (score: number, column: number, at: number, eventId = `e${at}`): Submission => ({
  score,
  columns: [column],
  at,
  eventId,
});

describe('a sum', () => {
  const board = boardOf('sum');

  it('adds score and columns, and is reached at the latest event that added something', () => {
    const entry = applyAll(board, [submission(3, 2, 30), submission(1, -1, 10), submission(0, 0, 50)]);
    expect(entry).toEqual({ score: 4, columns: [1], reachedAt: 30 });
  });

  it('places a player whose results were all zero, by the earliest of them', () => {
    expect(applyAll(board, [submission(0, 0, 30), submission(0, 0, 10)])).toEqual({
      score: 0,
      columns: [0],
      reachedAt: 10,
      idle: true,
    });
  });

  it('is refused when it would leave the safe integers, and stays as it was', () => {
    const full = applyAll(board, [submission(Number.MAX_SAFE_INTEGER, 0, 1)]);
    expect(applySubmission(board, full, submission(1, 0, 2))).toEqual({ ok: false, error: 'overflow' });
  });
});

describe('the best', () => {
  it('takes its columns from the one result that is best, never from another', () => {
    expect(applyAll(boardOf('best'), [submission(100, 5, 1), submission(50, 900, 2)])).toMatchObject({
      score: 100,
      columns: [5],
    });
  });

  it('leaves record and time alone when a worse result comes', () => {
    const board = boardOf('best', 'asc');
    expect(applyAll(board, [submission(9, 0, 5), submission(12, 0, 6)])).toMatchObject({ score: 9, reachedAt: 5 });
  });

  it('prefers the better column among equal scores, and the earlier time among equal results', () => {
    const entry = applyAll(boardOf('best'), [submission(9, 1, 5), submission(9, 2, 9), submission(9, 2, 7)]);
    expect(entry).toEqual({ score: 9, columns: [2], reachedAt: 7 });
  });
});

describe('the last', () => {
  it('is the latest by event time, whatever the order of arrival', () => {
    expect(applyAll(boardOf('last'), [submission(7, 1, 20), submission(9, 2, 10)])).toMatchObject({
      score: 7,
      columns: [1],
    });
  });

  it('is decided by the event id when times are equal', () => {
    const [a, b] = [submission(1, 0, 5, 'a'), submission(2, 0, 5, 'b')];
    expect(applyAll(boardOf('last'), [a, b])).toEqual(applyAll(boardOf('last'), [b, a]));
  });
});

describe('every aggregation', () => {
  it('gives the same entry in whatever order the results arrive', () => {
    const results = fc
      .uniqueArray(
        fc.record({
          score: fc.integer({ min: -3, max: 3 }),
          column: fc.integer({ min: -2, max: 2 }),
          at: fc.nat(6),
          id: fc.nat(50),
        }),
        {
          minLength: 1,
          maxLength: 8,
          selector: ({ id }) => id,
        },
      )
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    const kinds = fc.constantFrom<BoardAggregation>('sum', 'best', 'last');
    fc.assert(
      fc.property(
        kinds,
        fc.constantFrom('asc' as const, 'desc' as const),
        results,
        (aggregation, order, [list, shuffled]) => {
          const inOrder = (rows: typeof list) =>
            applyAll(
              boardOf(aggregation, order),
              rows.map(({ score, column, at, id }) => submission(score, column, at, `e${id}`)),
            );
          expect(inOrder(shuffled)).toEqual(inOrder(list));
        },
      ),
    );
  });
});
