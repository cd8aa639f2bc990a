import { type Result, addSafe, err, ok } from '@laurel/kernel';
import type { BoardDefinition } from './board.js';
import { withinBounds } from './bounds.js';
import type { Entry } from './entry.js';
import type { BoardWindow } from './window.js';

/** New numbers of an entry: added to those that there are, or in their place. What is absent stays. */
export interface EntryAdjustment {
  readonly mode: 'add' | 'set';
  readonly score?: number;
  /** By stat key of the tie columns. */
  readonly columns?: Readonly<Record<string, number>>;
}

/**
 * An entry with other numbers. When it was reached stays as it was, so that equal results stand in the order in which they did;
 * one that was not there was reached now, or at the nearest moment of the window. `overflow` and `bounds` leave all as it was.
 *
 * @param now ms
 */
export function adjustEntry(
  board: Pick<BoardDefinition, 'source' | 'ties'>,
  { start, end }: Pick<BoardWindow, 'start' | 'end'>,
  current: Entry | undefined,
  { mode, score, columns }: EntryAdjustment,
  now: number,
): Result<Entry, 'overflow' | 'bounds'> {
  const { awaiting, idle: _, ...standing } = current ?? NOTHING;
  const isNew = !current || awaiting;
  const lastMoment = end === null ? now : Math.min(now, end - 1);
  const before = isNew ? { ...standing, ...NOTHING, reachedAt: Math.max(lastMoment, start ?? lastMoment) } : standing;
  const changed = (value: number, by: number | undefined): number | undefined =>
    by === undefined ? value : mode === 'set' ? by : addSafe(value, by);
  const total = changed(before.score, score);
  const totals = board.ties.columns.map(({ stat }, index) => changed(before.columns[index] ?? 0, columns?.[stat]));
  if (total === undefined || totals.some((column) => column === undefined)) return err('overflow');
  const adjusted: Entry = { ...before, score: total, columns: totals.map((column) => column ?? 0) };
  return withinBounds(board, adjusted) ? ok(adjusted) : err('bounds');
}

const NOTHING: Entry = { score: 0, columns: [], reachedAt: 0 };
