import type { BoardDefinition, BoardWindow, WindowSeries } from '@laurel/leaderboards-domain';

type Graced = Pick<BoardDefinition, 'graceSeconds'>;

/** A window that closes one day. */
export type EndingWindow = BoardWindow & { readonly start: number; readonly end: number; readonly closesAt: number };

/** What of a series closes by a time. */
export interface Due {
  /** The first one first. */
  readonly windows: readonly EndingWindow[];
  /** Every window that ends by then is among these, or was closed before, ms. */
  readonly closedTo: number;
  /** When the next one closes, ms; null: none does. */
  readonly dueAt: number | null;
}

const ends = (window: BoardWindow | undefined): window is EndingWindow =>
  window !== undefined && window.start !== null && window.end !== null && window.closesAt !== null;

/** The first window that ends after a time; undefined where none does, or where it never closes. */
function endingAfter(series: WindowSeries, time: number): EndingWindow | undefined {
  const next = series.at(time) ?? series.from(time);
  return ends(next) ? next : undefined;
}

/**
 * The windows that close by `now`, from where the series was closed to.
 *
 * @param limit windows at most
 */
export function dueWindows(series: WindowSeries, closedTo: number, now: number, limit = Infinity): Due {
  const windows: EndingWindow[] = [];
  let reached = closedTo;
  let next = endingAfter(series, reached);
  while (next && next.closesAt <= now && windows.length < limit) {
    windows.push(next);
    reached = next.end;
    next = endingAfter(series, reached);
  }
  return { windows, closedTo: reached, dueAt: next?.closesAt ?? null };
}

/** Where a series begins that was published at a time: a window that takes results then is the first one that it closes. */
export const firstClosedTo = ({ graceSeconds = 0 }: Graced, publishedAt: number): number =>
  publishedAt - graceSeconds * 1_000;

/** The windows that have begun before a time and were not closed by then. */
export function openWindows(series: WindowSeries, closedTo: number, time: number): EndingWindow[] {
  const windows: EndingWindow[] = [];
  for (
    let next = endingAfter(series, closedTo);
    next && next.start < time && windows.length < MOST_OPEN;
    next = endingAfter(series, next.end)
  ) {
    windows.push(next);
  }
  return windows;
}

/** More windows of a series are never open at once: programs that would have more are refused. */
const MOST_OPEN = 64;
