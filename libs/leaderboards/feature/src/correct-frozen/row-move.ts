import type { FrozenRow } from '@laurel/contracts';
import { type BoardDefinition, compareEntries, compareResults, sharesRanks } from '@laurel/leaderboards-domain';

/** What becomes of one row of a list: where it stood, and where it stands then; both from 0. */
export interface RowMove {
  /** Absent for a row that comes in. */
  readonly from?: number;
  /** Absent for a row that goes. */
  readonly to?: { readonly place: number; readonly row: FrozenRow };
}

/** Where another row stands after a move. */
export function shifted(place: number, { from, to }: RowMove): number {
  const closed = from !== undefined && place > from ? place - 1 : place;
  return to && closed >= to.place ? closed + 1 : closed;
}

/** A thousand rows as they are after a move, and the place of the first one. */
export interface RowChunk {
  readonly first: number;
  readonly rows: readonly FrozenRow[];
}

/**
 * The rows that a move changes, with their new ranks, chunk by chunk. It begins with the chunk in which it changes the first row,
 * and ends as soon as a chunk behind the move is as it was; so does its memory not grow with the list.
 *
 * @param chunks the rows as they were, from the chunk on that `firstOf` names
 * @param above the last row before them
 */
export async function* movedRows(
  board: BoardDefinition,
  move: RowMove,
  chunks: AsyncIterable<readonly FrozenRow[]>,
  size: number,
  above: FrozenRow | undefined,
): AsyncGenerator<RowChunk> {
  const last = Math.max(move.from ?? Infinity, move.to?.place ?? Infinity);
  let first = firstOf(move, size);
  let [before, isSame] = [above, true];
  let rows: FrozenRow[] = [];
  for await (const { row, was } of inOrder(move, chunks, first)) {
    const ranked = rankedBehind(board, before, row, first + rows.length);
    isSame = isSame && ranked === row && was === first + rows.length;
    before = ranked;
    rows.push(ranked);
    if (rows.length < size) continue;
    if (isSame && first + size > last) return;
    yield { first, rows };
    [first, rows, isSame] = [first + size, [], true];
  }
  if (rows.length > 0) yield { first, rows };
}

/** The rows from a place on as they follow each other after a move, and where each was. */
async function* inOrder(
  { from, to }: RowMove,
  chunks: AsyncIterable<readonly FrozenRow[]>,
  first: number,
): AsyncGenerator<{ readonly row: FrozenRow; readonly was?: number }> {
  let [was, place] = [first, first];
  for await (const chunk of chunks) {
    for (const row of chunk) {
      if (place === to?.place) {
        yield { row: to.row };
        place += 1;
      }
      if (was !== from) {
        yield { row, was };
        place += 1;
      }
      was += 1;
    }
  }
  if (place === to?.place) yield { row: to.row };
}

/** Place of the first row of the chunk in which a move changes the first row. */
export function firstOf({ from, to }: RowMove, size: number): number {
  const first = Math.min(from ?? Infinity, to?.place ?? Infinity);
  return first - (first % size);
}

/** A row with the rank that it has behind another one; the same object where it has it already. */
function rankedBehind(board: BoardDefinition, above: FrozenRow | undefined, row: FrozenRow, place: number): FrozenRow {
  const rank = rankBehind(board, above, row, place);
  return rank === row.rank ? row : { ...row, rank };
}

function rankBehind(board: BoardDefinition, above: FrozenRow | undefined, row: FrozenRow, place: number): number {
  if (!above || !sharesRanks(board)) return place + 1;
  if (compareResults(board, above, row) === 0) return above.rank;
  return board.numbering === 'dense' ? above.rank + 1 : place + 1;
}

/** Negative where a row stands before another one. Where ties are shared, time is none of them. */
export const compareRows = (board: BoardDefinition, left: FrozenRow, right: FrozenRow): number =>
  compareEntries(board, timed(left), timed(right));

const timed = (row: FrozenRow) => ({ ...row, reachedAt: row.reachedAt ?? 0 });
