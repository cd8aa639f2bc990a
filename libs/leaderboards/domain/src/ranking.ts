import type { BoardDefinition } from './board.js';

type Comparable = Pick<BoardDefinition, 'order' | 'ties'>;
type Numbered = Comparable & Pick<BoardDefinition, 'numbering'>;

interface Result {
  readonly score: number;
  readonly columns: readonly number[];
}

interface Placed extends Result {
  readonly reachedAt: number;
  readonly playerId: string;
}

/** Negative when `left` is better by score, then by each tie column in its own order; 0 when they are equal. */
export function compareResults(board: Comparable, left: Result, right: Result): number {
  if (left.score !== right.score) return better(board.order, left.score, right.score);
  for (const [index, column] of board.ties.columns.entries()) {
    const [mine, theirs] = [left.columns[index] ?? 0, right.columns[index] ?? 0];
    if (mine !== theirs) return better(column.order, mine, theirs);
  }
  return 0;
}

const better = (order: 'asc' | 'desc', left: number, right: number): number =>
  order === 'desc' ? right - left : left - right;

/** The fixed order of a board's rows: result, then time where it decides, then the player id by its UTF-8 bytes. */
export function compareEntries(board: Comparable, left: Placed, right: Placed): number {
  const byResult = compareResults(board, left, right);
  if (byResult !== 0) return byResult;
  if (board.ties.then !== 'shared' && left.reachedAt !== right.reachedAt) {
    return board.ties.then === 'first_to_reach' ? left.reachedAt - right.reachedAt : right.reachedAt - left.reachedAt;
  }
  return compareUtf8(left.playerId, right.playerId);
}

/**
 * Reference ranking, straight from the definition: ordinal where time decides, else as the board numbers rows that share a
 * place: 1, 1, 3 (competition), 1, 1, 2 (dense) or 1, 2, 3 (ordinal). What Redis answers is tested against it.
 */
export function rankEntries<T extends Placed>(board: Numbered, entries: readonly T[]): (T & { rank: number })[] {
  const sorted = [...entries].sort((left, right) => compareEntries(board, left, right));
  const ranked: (T & { rank: number })[] = [];
  for (const [index, entry] of sorted.entries()) {
    const above = ranked.at(-1);
    const shares = sharesRanks(board) && above !== undefined && compareResults(board, above, entry) === 0;
    const next = board.numbering === 'dense' && sharesRanks(board) ? (above?.rank ?? 0) + 1 : index + 1;
    ranked.push({ ...entry, rank: shares ? above.rank : next });
  }
  return ranked;
}

/** Whether equal rows have one rank. */
export const sharesRanks = ({ ties, numbering }: Pick<BoardDefinition, 'ties' | 'numbering'>): boolean =>
  ties.then === 'shared' && numbering !== 'ordinal';

/** Redis orders members by bytes; JavaScript by UTF-16 units. They differ above U+D7FF, so compare code points. */
export function compareUtf8(left: string, right: string): number {
  const [mine, theirs] = [Array.from(left), Array.from(right)];
  const length = Math.min(mine.length, theirs.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (mine[index]?.codePointAt(0) ?? 0) - (theirs[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return mine.length - theirs.length;
}
