import type { BoardDefinition } from './board.js';
import { type BoardWindow, type WindowBounds, windowHolds } from './window.js';
import { type WindowDefinition, windowName, windowZone } from './window-definition.js';
import { type Period, periodsOf } from './window-periods.js';

/** The windows of one definition of a board. */
export interface WindowSeries {
  /** `windowName` */
  readonly name: string;
  readonly definition: WindowDefinition;
  /** The window that holds a time (ms). */
  at(time: number): BoardWindow | undefined;
  /** The first one that begins at or after a time (ms); `all` begins never. */
  from(time: number): BoardWindow | undefined;
  find(key: string): BoardWindow | undefined;
}

type Windowed = Pick<BoardDefinition, 'windows' | 'graceSeconds' | 'windowEdits'>;

/** Releases are immutable, so what was worked out of one is kept with it. */
const known = new WeakMap<object, readonly WindowSeries[]>();

/** The windows of a board, a series for each definition. */
export function windowsOf(board: Windowed): readonly WindowSeries[] {
  const before = known.get(board);
  if (before) return before;
  const series = board.windows.map((definition) => seriesOf(board, definition));
  known.set(board, series);
  return series;
}

/** The windows of a board that have bounds of their own: `all` and seasons. */
export const fixedWindows = (board: Windowed): BoardWindow[] =>
  windowsOf(board).flatMap((series) => series.find(series.name) ?? []);

/** The window of a board that is stored under a key; undefined for one that the board has not, or no longer. */
export function findWindow(board: Windowed, key: string): BoardWindow | undefined {
  for (const series of windowsOf(board)) {
    const window = series.find(key);
    if (window) return window;
  }
  return undefined;
}

/** The windows that hold an event time, one of each definition at most. */
export function windowsHolding(board: Windowed, at: number): BoardWindow[] {
  return windowsOf(board).flatMap((series) => series.at(at) ?? []);
}

/**
 * The window that a reader who names none means: of those that now lies in the one that ends first, else the season that ended
 * last, else that of the first definition that has one, now or still to come, else the last one that there was. `all` holds
 * every time and ends never, so a running season comes before it; a board with only past seasons shows the last of them rather
 * than an empty page.
 */
export function currentWindow(board: Windowed, now: number): BoardWindow | undefined {
  const all = windowsOf(board);
  const running = all.flatMap((series) => series.at(now) ?? []).filter(({ end }) => end !== null);
  if (running.length > 0) return running.reduce((first, next) => ((next.end ?? 0) < (first.end ?? 0) ? next : first));
  const over = all
    .flatMap((series) => (series.definition.kind === 'season' ? (series.find(series.name) ?? []) : []))
    .filter(({ end }) => (end ?? 0) <= now);
  if (over.length > 0) return over.reduce((last, next) => ((next.end ?? 0) > (last.end ?? 0) ? next : last));
  for (const series of all) {
    const window = series.at(now) ?? series.find(series.name) ?? series.from(now);
    if (window) return window;
  }
  const last = all.flatMap((series) => lastWindow(series) ?? []);
  return last.length > 0
    ? last.reduce((found, next) => ((next.end ?? 0) > (found.end ?? 0) ? next : found))
    : undefined;
}

/** The window in which a definition that recurs ends; undefined for one that goes on for ever. */
export function lastWindow(series: WindowSeries): BoardWindow | undefined {
  const { definition } = series;
  if (definition.kind === 'all' || definition.kind === 'season' || definition.to === undefined) return undefined;
  return series.at(Date.parse(definition.to) - 1);
}

function seriesOf(board: Windowed, definition: WindowDefinition): WindowSeries {
  const name = windowName(definition);
  switch (definition.kind) {
    case 'all': {
      const window: BoardWindow = { key: 'all', name, timeZone: 'UTC', start: null, end: null, closesAt: null };
      return single(name, definition, window);
    }
    case 'season': {
      const [start, end] = [Date.parse(definition.start), Date.parse(definition.end)];
      const { since } = definition;
      const isHistory = since === undefined || end <= since;
      const finish = editedEnd(board, name, end);
      const closesAt = isHistory ? null : finish + graceMs(board);
      return single(name, definition, { key: name, name, timeZone: 'UTC', start, end: finish, closesAt });
    }
    default:
      return recurring(board, definition, name);
  }
}

const single = (name: string, definition: WindowDefinition, window: BoardWindow): WindowSeries => ({
  name,
  definition,
  at: (time) => (windowHolds(window, time) ? window : undefined),
  from: (time) => (window.start !== null && window.start >= time ? window : undefined),
  find: (key) => (key === window.key ? window : undefined),
});

function recurring(
  board: Windowed,
  definition: Exclude<WindowDefinition, { kind: 'all' } | { kind: 'season' }>,
  name: string,
): WindowSeries {
  const periods = periodsOf(definition);
  const prefix = definition.name !== undefined || OFTEN_SEVERAL.has(definition.kind) ? `${name}:` : '';
  const span: WindowBounds = { start: instant(definition.from), end: instant(definition.to) };
  const timeZone = windowZone(definition);
  const windowOf = (period: Period): BoardWindow | undefined => {
    const key = `${prefix}${period.key}`;
    const start = Math.max(period.start, span.start ?? Number.NEGATIVE_INFINITY);
    const end = editedEnd(board, key, Math.min(period.end, span.end ?? Number.POSITIVE_INFINITY));
    return start < end ? { key, name, timeZone, start, end, closesAt: end + graceMs(board) } : undefined;
  };
  const at = (time: number): BoardWindow | undefined => {
    const period = periods.at(time);
    const window = period && windowOf(period);
    return window && windowHolds(window, time) ? window : undefined;
  };
  const remembered = lastHolding(at);
  return {
    name,
    definition,
    at: remembered,
    from: (time) => {
      const earliest = Math.max(time, span.start ?? time);
      // The period that `from` cuts begins there.
      const cut = earliest === span.start ? remembered(earliest) : undefined;
      const period = cut ? undefined : periods.from(earliest);
      return cut ?? (period && windowOf(period));
    },
    find: rememberedByKey((key) => {
      if (!key.startsWith(prefix)) return undefined;
      const time = periods.timeIn(key.slice(prefix.length));
      const period = time === undefined ? undefined : periods.at(time);
      const window = period && windowOf(period);
      return window?.key === key ? window : undefined;
    }),
  };
}

/** Kinds of which boards have several, so that their keys always begin with the name. */
const OFTEN_SEVERAL: ReadonlySet<WindowDefinition['kind']> = new Set(['every', 'cron']);

/** Most events fall into the window of the one before, and looking up a zone takes microseconds. */
function lastHolding(at: (time: number) => BoardWindow | undefined): (time: number) => BoardWindow | undefined {
  let last: BoardWindow | undefined;
  return (time) => {
    if (last && windowHolds(last, time)) return last;
    const found = at(time);
    if (found) last = found;
    return found;
  };
}

const graceMs = ({ graceSeconds = 0 }: Windowed): number => graceSeconds * 1_000;

const instant = (text: string | undefined): number | null => (text === undefined ? null : Date.parse(text));

function editedEnd({ windowEdits = [] }: Windowed, key: string, end: number): number {
  const edit = windowEdits.find(({ window }) => window === key);
  return edit ? Math.min(end, Date.parse(edit.end)) : end;
}

/** More windows than readers ask for at a time. */
const MAX_REMEMBERED = 100;

/** Every read names its window, and looking one up by its key takes a hundred microseconds. Only those that are there are kept. */
function rememberedByKey(find: (key: string) => BoardWindow | undefined): (key: string) => BoardWindow | undefined {
  const found = new Map<string, BoardWindow>();
  return (key) => {
    const before = found.get(key);
    if (before) return before;
    const window = find(key);
    if (!window) return undefined;
    if (found.size >= MAX_REMEMBERED) found.clear();
    found.set(key, window);
    return window;
  };
}
