import type { BoardDefinition } from './board.js';
import { type WindowSeries, windowsOf } from './board-windows.js';
import { type BoardWindow, isOpen } from './window.js';

type Windowed = Pick<BoardDefinition, 'windows' | 'graceSeconds' | 'windowEdits'>;

/** The windows that have begun and still take results, those in their grace too: by definition, the earliest first. */
export function openWindows(board: Windowed, now: number): BoardWindow[] {
  const graceMs = (board.graceSeconds ?? 0) * 1_000;
  return windowsOf(board).flatMap((series) => {
    // `all` begins never, and seasons that never close have no last moment.
    const only = series.find(series.name);
    if (only) return hasBegun(only, now) && isOpen(only, now) ? [only] : [];
    const open: BoardWindow[] = [];
    for (const window of windowsFrom(series, now - graceMs)) {
      if (!hasBegun(window, now)) break;
      if (isOpen(window, now)) open.push(window);
    }
    return open;
  });
}

/** The windows that begin after now: of each definition the next ones. */
export function nextWindows(board: Windowed, now: number, most: number): BoardWindow[] {
  return windowsOf(board).flatMap((series) => {
    const next: BoardWindow[] = [];
    let window = series.from(now + 1);
    while (window && next.length < most) {
      next.push(window);
      window = following(series, window);
    }
    return next;
  });
}

const hasBegun = ({ start }: BoardWindow, now: number): boolean => start === null || start <= now;

/** The window that holds a time, or else the first one after it, and all that follow. */
function* windowsFrom(series: WindowSeries, time: number): Generator<BoardWindow> {
  let window = series.at(time) ?? series.from(time);
  while (window) {
    yield window;
    window = following(series, window);
  }
}

const following = (series: WindowSeries, { start }: BoardWindow): BoardWindow | undefined =>
  start === null ? undefined : series.from(start + 1);
