import {
  type BoardDefinition,
  type WindowDefinition,
  findWindow,
  windowBounds,
  windowHolds,
  windowKey,
} from '@laurel/leaderboards-domain';
import type { ReleasedProgram } from './program.js';

/** What a change does to what players have: the reason to look twice before it is published. */
export interface Consequence {
  /** As in the address. */
  readonly kind: 'stats' | 'leaderboards';
  readonly key: string;
  /** `begins_anew`: values or entries start from nothing; `ends`: deleted; `window_ends`: one window of a leaderboard is. */
  readonly effect: 'begins_anew' | 'ends' | 'window_ends';
  /** Key of the window that ends. */
  readonly window?: string;
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
      const about = { kind: 'stats', key, running: true } as const;
      if (!kept) return [{ ...about, effect: 'ends', message: `Every player's "${key}" is no longer kept.` }];
      if (kept.incarnation === incarnation) return [];
      return [{ ...about, effect: 'begins_anew', message: `Every player's "${key}" begins anew, from nothing.` }];
    }),
    ...before.leaderboards.flatMap((board) => boardConsequences(board, boards.get(board.key), now)),
  ];
}

function boardConsequences(before: BoardDefinition, after: BoardDefinition | undefined, now: number): Consequence[] {
  const { key, incarnation, windows } = before;
  const running = windows.filter((window) => isRunning(window, now)).map(windowKey);
  const about = { kind: 'leaderboards', key, running: running.length > 0 } as const;
  const which = running.length > 0 ? `, while "${running.join('", "')}" is running` : '';
  if (!after) return [{ ...about, effect: 'ends', message: `The leaderboard "${key}" is deleted${which}.` }];
  if (after.incarnation !== incarnation) {
    return [{ ...about, effect: 'begins_anew', message: `The leaderboard "${key}" begins anew, empty${which}.` }];
  }
  const ending = windows.filter((window) => !findWindow(after, windowKey(window)));
  return ending.map((window) => ({
    ...about,
    effect: 'window_ends',
    window: windowKey(window),
    running: isRunning(window, now),
    message: `The leaderboard "${key}" loses its window "${windowKey(window)}"${isRunning(window, now) ? ', which is running' : ''}.`,
  }));
}

const isRunning = (window: WindowDefinition, now: number): boolean => windowHolds(windowBounds(window), now);
