import { type Result, err, ok } from '@laurel/kernel';
import {
  type BoardDefinition,
  type BoardWindow,
  type Entry,
  type Submission,
  applySubmission,
  isOpen,
  windowHolds,
  withinBounds,
} from '@laurel/leaderboards-domain';
import type { Refusal } from '@laurel/rules-domain';
import { scoringErrors } from '../errors.js';
import { type Player, withEntry } from '../player.js';
import type { CompiledBoard } from '../program.js';

/**
 * What a result makes of a player's entry in one window, or why the window does not take it.
 *
 * @param current what stands there: `standingEntry`
 * @param submission undefined when one of its numbers is beyond the safe integers
 * @param now decision time, ms: it closes windows
 */
export function placeResult(
  { definition }: CompiledBoard,
  window: BoardWindow,
  current: Entry | undefined,
  submission: Submission | undefined,
  now: number,
): Result<Entry, Refusal> {
  if (!isOpen(window, now)) return refuse(definition, window, scoringErrors.windowClosed, 'has closed');
  if (definition.joining === 'opt_in' && !current) {
    return refuse(definition, window, scoringErrors.notJoined, 'is only for those who joined it');
  }
  const applied = submission ? applySubmission(definition, current, submission) : err('overflow' as const);
  if (!applied.ok) {
    return applied.error === 'overflow'
      ? refuse(definition, window, scoringErrors.overflow, 'would leave the safe integers')
      : refuse(
          definition,
          window,
          scoringErrors.noAttemptsLeft,
          `takes ${definition.attempts?.max ?? 0} results of a player`,
        );
  }
  if (applied.value !== current && !withinBounds(definition, applied.value)) {
    return refuse(definition, window, scoringErrors.beyondBounds, 'would leave the declared bounds');
  }
  return applied;
}

/** An entry of another time is what a season of the same key left that was dropped before: it is not of this window. */
export const standingEntry = (entry: Entry | undefined, window: BoardWindow): Entry | undefined =>
  entry && windowHolds(window, entry.reachedAt) ? entry : undefined;

/** An entry as one of this player on this board: hidden where the player is. */
export const asHidden = (entry: Entry, { hiddenOn }: Pick<Player, 'hiddenOn'>, board: string): Entry =>
  hiddenOn?.includes(board) && !entry.hidden ? { ...entry, hidden: true } : entry;

/**
 * Gives a player a place to play for in a window, before it begins or while it is open. Who has one keeps it, results and all.
 *
 * @param now decision time, ms
 * @returns the same player where nothing changes; `scoring.window_closed`
 */
export function joinWindow(
  { id, definition }: CompiledBoard,
  window: BoardWindow,
  player: Player,
  now: number,
): Result<Player, Refusal> {
  if (!isOpen(window, now)) return refuse(definition, window, scoringErrors.windowClosed, 'has closed');
  const windows = player.boards.get(id) ?? NO_WINDOWS;
  if (standingEntry(windows.get(window.key), window)) return ok(player);
  // Of the window's time, as every entry is: whatever else an awaiting one says means nothing.
  const joined: Entry = { score: 0, columns: [], reachedAt: window.start ?? 0, awaiting: true };
  const entries = withEntry(windows, window.key, asHidden(joined, player, id));
  return ok({ ...player, boards: withEntry(player.boards, id, entries) });
}

const NO_WINDOWS: ReadonlyMap<string, Entry> = new Map();

/** For people, the refusal says which window. */
const refuse = (
  { key }: BoardDefinition,
  window: BoardWindow,
  { code }: { readonly code: string },
  what: string,
): Result<never, Refusal> => err({ kind: 'refused', rule: '', code, detail: `${key} (${window.key}) ${what}` });
