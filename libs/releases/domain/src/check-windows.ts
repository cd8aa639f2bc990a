import { type FieldProblem, parseInstant, toIso } from '@laurel/kernel';
import {
  type WindowDefinition,
  findWindow,
  windowCronProblem,
  windowName,
  windowsOf,
} from '@laurel/leaderboards-domain';
import { isZone } from '@laurel/rules-domain';
import type { BoardDraft } from './program.js';

type Kind<K extends WindowDefinition['kind']> = Extract<WindowDefinition, { kind: K }>;

/** What a schema can't say of the windows of a leaderboard. `path` is that of the leaderboard. */
export function checkWindows(
  { windows, windowEdits = [], graceSeconds = 0 }: BoardDraft,
  path: string,
): FieldProblem[] {
  const names = windows.map(windowName);
  const problems = [
    ...windows.flatMap((window, index) => [
      ...checkName(window, names.indexOf(windowName(window)) < index, `${path}/windows/${index}`),
      ...checkTimes(window, `${path}/windows/${index}`),
      ...checkOpenAtOnce(window, graceSeconds, `${path}/graceSeconds`),
    ]),
    ...windowEdits.flatMap(({ end }, index) => instantProblem(end, `${path}/windowEdits/${index}/end`)),
  ];
  // Which keys there are is only known of definitions that are right.
  return problems.length > 0
    ? problems
    : [...checkKeys({ windows }, path), ...checkEdits({ windows, windowEdits }, path)];
}

/** A reader names a window by its key or by its name, and it is stored under its key: no two may be called the same. */
function checkKeys({ windows }: Pick<BoardDraft, 'windows'>, path: string): FieldProblem[] {
  const all = windowsOf({ windows });
  return windows.flatMap((window, index) => {
    const name = windowName(window);
    const other = all.find((series, at) => at !== index && series.find(name) !== undefined);
    if (!other) return [];
    return [
      problem(nameField(window, `${path}/windows/${index}`), 'unique', `"${name}" is a window of "${other.name}"`),
    ];
  });
}

/** An edit ends one window that the board has, while it runs: what does nothing, or leaves nothing of it, is a mistake. */
function checkEdits({ windows, windowEdits = [] }: Pick<BoardDraft, 'windows' | 'windowEdits'>, path: string) {
  const keys = windowEdits.map(({ window }) => window);
  return windowEdits.flatMap((edit, index) => {
    const at = `${path}/windowEdits/${index}`;
    const isTaken = keys.indexOf(edit.window) < index;
    if (isTaken) return [problem(`${at}/window`, 'unique', `another edit ends the window "${edit.window}"`)];
    const window = findWindow({ windows }, edit.window);
    if (!window) return [problem(`${at}/window`, 'reference', `this board has no window "${edit.window}"`)];
    const [{ start, end }, edited] = [window, Date.parse(edit.end)];
    if (start === null || end === null)
      return [problem(`${at}/window`, 'bounded', 'the window of all time never ends')];
    if (edited <= start)
      return [problem(`${at}/end`, 'after-start', `must be after the window begins, ${toIso(start)}`)];
    return edited <= end ? [] : [problem(`${at}/end`, 'within', `must not be after the window ends, ${toIso(end)}`)];
  });
}

function checkName(window: WindowDefinition, isTaken: boolean, path: string): FieldProblem[] {
  const at = nameField(window, path);
  const name = windowName(window);
  return [
    ...(isTaken ? [problem(at, 'unique', `another window of this board is called "${name}"`)] : []),
    ...(window.kind !== 'all' && name === 'all' ? [problem(at, 'reserved', '"all" is the window of all time')] : []),
  ];
}

const nameField = ({ kind }: WindowDefinition, path: string): string =>
  kind === 'season' || kind === 'all' ? `${path}/key` : `${path}/name`;

function checkTimes(window: WindowDefinition, path: string): FieldProblem[] {
  switch (window.kind) {
    case 'all':
      return [];
    case 'season':
      return checkSpan(window.start, window.end, `${path}/start`, `${path}/end`);
    default:
      return [
        ...checkSpan(window.from, window.to, `${path}/from`, `${path}/to`),
        ...('timeZone' in window && window.timeZone !== undefined && !isZone(window.timeZone)
          ? [problem(`${path}/timeZone`, 'time-zone', 'must be the name of a zone of the IANA database')]
          : []),
        ...(window.kind === 'every' ? checkAnchor(window, path) : []),
        ...(window.kind === 'cron' ? checkCron(window, path) : []),
      ];
  }
}

function checkSpan(start: string | undefined, end: string | undefined, from: string, to: string): FieldProblem[] {
  const problems = [...instantProblem(start, from), ...instantProblem(end, to)];
  if (problems.length > 0 || start === undefined || end === undefined) return problems;
  const isOrdered = Date.parse(start) < Date.parse(end);
  return isOrdered ? [] : [problem(to, 'after-start', `must be after ${from.slice(from.lastIndexOf('/') + 1)}`)];
}

const instantProblem = (text: string | undefined, path: string): FieldProblem[] =>
  text === undefined || parseInstant(text) !== undefined
    ? []
    : [problem(path, 'date-time', 'must be an RFC 3339 date-time with an offset')];

const checkAnchor = ({ anchor }: Kind<'every'>, path: string): FieldProblem[] =>
  parseInstant(`${anchor}T00:00:00Z`) === undefined
    ? [problem(`${path}/anchor`, 'date', 'must be a date of the calendar')]
    : [];

function checkCron(window: Kind<'cron'>, path: string): FieldProblem[] {
  const found = windowCronProblem(window);
  return found === undefined ? [] : [problem(`${path}/expression`, 'cron', found)];
}

/** Players carry their entries of all windows that are open, so there may not be too many. */
const MOST_OPEN = 32;

const LENGTH_SECONDS = { hourly: 3_600, daily: 86_400, weekly: 604_800, monthly: 2_419_200, yearly: 31_536_000 };

function checkOpenAtOnce(window: WindowDefinition, graceSeconds: number, path: string): FieldProblem[] {
  const length = shortestSeconds(window);
  const most = length * (MOST_OPEN - 1);
  return graceSeconds <= most
    ? []
    : [
        problem(
          path,
          'most-open',
          `with windows of kind "${window.kind}" it is at most ${most}: ${MOST_OPEN} open at once`,
        ),
      ];
}

function shortestSeconds(window: WindowDefinition): number {
  switch (window.kind) {
    case 'all':
    case 'season':
      return Number.POSITIVE_INFINITY;
    case 'every':
      return window.days * 86_400;
    case 'cron':
      return MIN_CRON_SECONDS;
    default:
      return LENGTH_SECONDS[window.kind];
  }
}

/** Cron names no times that are closer than this to each other. */
const MIN_CRON_SECONDS = 60;

const problem = (path: string, rule: string, message: string): FieldProblem => ({ path, rule, message });
