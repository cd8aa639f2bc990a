import { addSafe, err, ok, type Result } from '@laurel/kernel';
import type { BoardDefinition } from './board.js';
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
  /** Under last: id of the event that stands, which decides between equal times. */
  readonly by?: string;
}

/** What one event brought to one board: the amounts it recorded to the source and to each tie column. */
export interface Submission {
  readonly score: number;
  readonly columns: readonly number[];
  readonly at: number;
  readonly eventId: string;
}

/** Applies one submission. `overflow` when a sum leaves the safe integers: nothing changes then. */
export function applySubmission(
  board: Pick<BoardDefinition, 'aggregation' | 'order' | 'ties'>,
  current: Entry | undefined,
  submission: Submission,
): Result<Entry, 'overflow'> {
  switch (board.aggregation) {
    case 'sum':
      return addSubmission(current, submission);
    case 'best':
      return ok(betterOf(board, current, submission));
    case 'last':
      return ok(laterOf(current, submission));
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

function betterOf(
  board: Pick<BoardDefinition, 'order' | 'ties'>,
  current: Entry | undefined,
  { score, columns, at }: Submission,
): Entry {
  const candidate: Entry = { score, columns, reachedAt: at };
  if (!current) return candidate;
  const comparison = compareResults(board, candidate, current);
  if (comparison < 0) return candidate;
  return comparison === 0 && at < current.reachedAt ? { ...current, reachedAt: at } : current;
}

function laterOf(current: Entry | undefined, { score, columns, at, eventId }: Submission): Entry {
  const candidate: Entry = { score, columns, reachedAt: at, by: eventId };
  if (!current || at > current.reachedAt) return candidate;
  return at === current.reachedAt && eventId > (current.by ?? '') ? candidate : current;
}
