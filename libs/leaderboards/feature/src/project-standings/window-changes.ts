import {
  type BoardDefinition,
  type Entry,
  findWindow,
  fixedWindows,
  rankForm,
  windowHolds,
} from '@laurel/leaderboards-domain';
import type { BoardKeys, WindowKeys } from '../adapters/rank-keys.js';

export interface PlacedEntry {
  readonly playerId: string;
  readonly entry: Pick<Entry, 'score' | 'columns' | 'reachedAt'>;
}

/** By window key. */
export type WindowEntries = ReadonlyMap<string, readonly PlacedEntry[]>;

/** What the scripts of `project.lua.ts` are given of the windows of a change. */
export interface WindowChanges {
  /** Keys of each window, in the order of `args`. */
  readonly keys: readonly (readonly WindowKeys[])[];
  readonly args: readonly (string | number)[];
}

/**
 * Writes the windows of a change out as `project` reads them. A window that the board has not, or no longer, is left out, for
 * nobody reads it; and so is an entry of another time, which a season of the same key left that was dropped before.
 *
 * @param generations the generations whose keys are wanted
 * @param gone players who leave every window of the board that they have no entry of here
 */
export function windowChanges(
  board: BoardDefinition,
  generations: readonly BoardKeys[],
  windows: WindowEntries,
  gone: readonly string[] = [],
): WindowChanges {
  const keys: WindowKeys[][] = [];
  const args: (string | number)[] = [];
  const changed = gone.length > 0 ? everyWindow(board, windows) : windows;
  for (const [key, entries] of changed) {
    const window = findWindow(board, key);
    if (!window) continue;
    keys.push(generations.map((generation) => generation.window(key)));
    const form = rankForm(board, window);
    const held = entries.filter(({ entry }) => windowHolds(window, entry.reachedAt));
    args.push(form.prefixWidth, held.length);
    for (const { playerId, entry } of held) {
      const { score, prefix } = form.place(entry);
      if (form.prefixWidth === 0) args.push(score, playerId);
      else args.push(score, prefix, playerId);
    }
    args.push(gone.length, ...gone);
  }
  return { keys, args };
}

const everyWindow = (board: BoardDefinition, entries: WindowEntries): WindowEntries =>
  new Map(fixedWindows(board).map(({ key }) => [key, entries.get(key) ?? []]));
