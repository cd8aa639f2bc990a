import { type BoardDefinition, type WindowDefinition, windowName, windowsOf } from '@laurel/leaderboards-domain';
import type { ReleasedProgram } from './program.js';

/** What a change does to what players have: the reason to look twice before it is published. */
export interface Consequence {
  /** As in the address. */
  readonly kind: 'stats' | 'leaderboards';
  readonly key: string;
  /**
   * `begins_anew`: values or entries start from nothing, or from what was recorded before; `ends`: deleted; `window_ends`: one window of a leaderboard is;
   * `stands_still`: a running leaderboard stays, and no rule moves it any more.
   */
  readonly effect: 'begins_anew' | 'ends' | 'window_ends' | 'stands_still';
  /** Key of the window that ends. */
  readonly window?: string;
  /** Keys of the running leaderboards that read the stat; absent where none does. */
  readonly leaderboards?: readonly string[];
  /** Whether it is going on now: a stat always is, a leaderboard while one of its windows is running. */
  readonly running: boolean;
  /** The same as a sentence. */
  readonly message: string;
}

/** @param now milliseconds since the epoch; says which windows are running */
export function consequencesOf(before: ReleasedProgram, after: ReleasedProgram, now: number): Consequence[] {
  const stats = new Map(after.stats.map((stat) => [stat.key, stat]));
  const boards = new Map(after.leaderboards.map((board) => [board.key, board]));
  return [
    ...before.stats.flatMap(({ key, incarnation }): Consequence[] => {
      const kept = stats.get(key);
      if (kept?.incarnation === incarnation) return [];
      const readers = runningReaders(before, key, now);
      const about = {
        kind: 'stats',
        key,
        running: true,
        ...(readers.length > 0 ? { leaderboards: readers } : {}),
      } as const;
      const which = readers.length > 0 ? ` It is read by "${readers.join('", "')}", running.` : '';
      return kept
        ? [
            {
              ...about,
              effect: 'begins_anew',
              message: `Every player's "${key}" begins anew, ${fromWhat(kept)}.${which}`,
            },
          ]
        : [{ ...about, effect: 'ends', message: `Every player's "${key}" is no longer kept.${which}` }];
    }),
    ...before.leaderboards.flatMap((board) => boardConsequences(board, boards.get(board.key), now)),
    ...before.leaderboards.flatMap((board) => standstill(board, before, after, now)),
  ];
}

const isGoingOn = ({ windows }: BoardDefinition, now: number): boolean =>
  windows.some((window) => isRunning(window, now));

/** The running leaderboards that a change of a stat leaves without what they rank by. */
const runningReaders = ({ leaderboards }: ReleasedProgram, stat: string, now: number): string[] =>
  leaderboards
    .filter(({ source, ties }) => source.stat === stat || ties.columns.some((column) => column.stat === stat))
    .filter((board) => isGoingOn(board, now))
    .map(({ key }) => key);

/** A running leaderboard whose stat was recorded and is not any more. */
function standstill(
  board: BoardDefinition,
  before: ReleasedProgram,
  after: ReleasedProgram,
  now: number,
): Consequence[] {
  const { key, source, incarnation } = board;
  const isKept = after.leaderboards.some((kept) => kept.key === key && kept.incarnation === incarnation);
  if (!isKept || !isGoingOn(board, now) || !isMoved(before, source.stat) || isMoved(after, source.stat)) return [];
  const message = `The leaderboard "${key}", which is running, stands still: no rule changes "${source.stat}" any more.`;
  return [{ kind: 'leaderboards', key, effect: 'stands_still', running: true, message }];
}

/** Whether a rule changes a stat, by whichever effect. */
const isMoved = ({ rules }: ReleasedProgram, stat: string): boolean =>
  rules.some(({ then }) => then.some((effect) => 'stat' in effect && effect.stat === stat));

function boardConsequences(before: BoardDefinition, after: BoardDefinition | undefined, now: number): Consequence[] {
  const { key, incarnation, windows } = before;
  const running = windows.filter((window) => isRunning(window, now)).map(windowName);
  const about = { kind: 'leaderboards', key, running: running.length > 0 } as const;
  const which = running.length > 0 ? `, while "${running.join('", "')}" is running` : '';
  if (!after) return [{ ...about, effect: 'ends', message: `The leaderboard "${key}" is deleted${which}.` }];
  if (after.incarnation !== incarnation) {
    const beginning = after.start === 'recorded' ? fromWhat(after) : 'empty';
    return [
      { ...about, effect: 'begins_anew', message: `The leaderboard "${key}" begins anew, ${beginning}${which}.` },
    ];
  }
  const ending = windows.filter((window) => !after.windows.some((kept) => windowName(kept) === windowName(window)));
  return ending.map((window) => ({
    ...about,
    effect: 'window_ends',
    window: windowName(window),
    running: isRunning(window, now),
    message: `The leaderboard "${key}" loses its window "${windowName(window)}"${isRunning(window, now) ? ', which is running' : ''}.`,
  }));
}

/** What a stat or a leaderboard begins anew with. */
const fromWhat = ({ start }: { readonly start?: 'recorded' }): string =>
  start === 'recorded' ? 'filled from what was recorded before' : 'from nothing';

const isRunning = (window: WindowDefinition, now: number): boolean =>
  windowsOf({ windows: [window] }).some((series) => series.at(now) !== undefined);
