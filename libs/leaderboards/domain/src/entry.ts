import { addSafe, err, ok, type Result } from '@laurel/kernel';
import type { BoardDefinition } from './board.js';
import { partsWithSeat } from './league.js';
import { compareResults } from './ranking.js';

/** A player's place-deciding numbers in one window. `columns` are in the order of the board's ties. */
export interface Entry {
  readonly score: number;
  readonly columns: readonly number[];
  /**
   * Event time (ms) at which this result stood first. Independent of arrival order: under sum the latest event that added
   * something, under last that of the last event, under best the earliest of the equal best.
   */
  readonly reachedAt: number;
  /** Under sum: nothing but zeros so far, so `reachedAt` is the earliest event and the first real one replaces it. */
  readonly idle?: true;
  /** Under first and last: id of the event that stands, which decides between equal times. */
  readonly by?: string;
  /** How many results there were, of a board that counts them. */
  readonly attempts?: number;
  /** Parts of the board's splits that the player is in, and of its league, sorted; absent where there are none. */
  readonly parts?: readonly string[];
  /** The part that is the player's group in the league of the board: taken once for a window. Among `parts` too. */
  readonly seat?: string;
  /** Joined, and no result yet: not ranked. Its numbers mean nothing. */
  readonly awaiting?: true;
  /** Taken off the ranks by an operator, and kept up all the same. */
  readonly hidden?: true;
}

/** What one event brought to one board: the amounts it recorded to the source and to each tie column. */
export interface Submission {
  readonly score: number;
  readonly columns: readonly number[];
  readonly at: number;
  readonly eventId: string;
}

type Keeping = Pick<BoardDefinition, 'aggregation' | 'order' | 'ties' | 'attempts'>;

/**
 * Applies one submission. `overflow` when a sum leaves the safe integers, `no_attempts_left` when the board takes no more of
 * the player: nothing changes then.
 */
export function applySubmission(
  board: Keeping,
  current: Entry | undefined,
  submission: Submission,
): Result<Entry, 'overflow' | 'no_attempts_left'> {
  const attempts = current?.attempts ?? 0;
  const most = board.attempts?.max;
  if (most !== undefined && attempts >= most) return err('no_attempts_left');
  const { awaiting, ...standing } = current ?? {};
  const result = keep(board, awaiting || !current ? undefined : current, submission);
  if (!result.ok || !board.attempts) return result.ok ? ok(marked(result.value, standing)) : result;
  return ok({ ...marked(result.value, standing), attempts: attempts + 1 });
}

/** What is not of the result stays as it was. */
const marked = (entry: Entry, { parts, seat, hidden }: Partial<Entry>): Entry =>
  (parts && entry.parts !== parts) || (hidden && !entry.hidden)
    ? { ...entry, ...(parts ? { parts } : {}), ...(seat ? { seat } : {}), ...(hidden ? { hidden } : {}) }
    : entry;

function keep(board: Keeping, current: Entry | undefined, submission: Submission): Result<Entry, 'overflow'> {
  switch (board.aggregation) {
    case 'sum':
      return addSubmission(current, submission);
    case 'count':
      return addSubmission(current, { ...submission, score: 1 });
    case 'best':
      return ok(betterOf(board, current, submission, 1));
    case 'worst':
      return ok(betterOf(board, current, submission, -1));
    case 'first':
      return ok(byTime(current, submission, -1));
    case 'last':
      return ok(byTime(current, submission, 1));
  }
}

function addSubmission(current: Entry | undefined, { score, columns, at }: Submission): Result<Entry, 'overflow'> {
  const idle = score === 0 && columns.every((column) => column === 0);
  if (!current) return ok({ score, columns, reachedAt: at, ...(idle ? { idle: true as const } : {}) });
  if (idle) return ok(current.idle ? { ...current, reachedAt: Math.min(current.reachedAt, at) } : current);
  const total = addSafe(current.score, score);
  const totals = current.columns.map((column, index) => addSafe(column, columns[index] ?? 0));
  if (total === undefined || totals.some((column) => column === undefined)) return err('overflow');
  return ok({
    score: total,
    columns: totals.map((column) => column ?? 0),
    reachedAt: current.idle ? at : Math.max(current.reachedAt, at),
  });
}

/** @param sign 1 keeps the better one, -1 the worse one */
function betterOf(board: Keeping, current: Entry | undefined, { score, columns, at }: Submission, sign: 1 | -1): Entry {
  const candidate: Entry = { score, columns, reachedAt: at };
  if (!current) return candidate;
  const comparison = sign * compareResults(board, candidate, current);
  if (comparison < 0) return candidate;
  return comparison === 0 && at < current.reachedAt ? { ...current, reachedAt: at } : current;
}

/** @param sign 1 keeps the later one, -1 the earlier one */
function byTime(current: Entry | undefined, { score, columns, at, eventId }: Submission, sign: 1 | -1): Entry {
  const candidate: Entry = { score, columns, reachedAt: at, by: eventId };
  if (!current) return candidate;
  const difference = sign * (at - current.reachedAt);
  if (difference !== 0) return difference > 0 ? candidate : current;
  return sign * compareIds(eventId, current.by ?? '') > 0 ? candidate : current;
}

const compareIds = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** An entry of a player who sits in a group of the board's league. */
export const takeSeat = (entry: Entry, seat: string): Entry => ({
  ...entry,
  parts: partsWithSeat(entry.parts ?? [], seat),
  seat,
});

/** Whether an entry has a place at all. */
export const isRanked = (
  { minScore }: Pick<BoardDefinition, 'minScore'>,
  { score, awaiting, hidden }: Pick<Entry, 'score' | 'awaiting' | 'hidden'>,
): boolean => !awaiting && !hidden && (minScore === undefined || score >= minScore);
