import { SEPARATOR } from '@laurel/contracts';
import {
  type BoardDefinition,
  type Entry,
  hasParts,
  isRanked,
  sharesRanks,
  windowHolds,
} from '@laurel/leaderboards-domain';
import { type FormedWindow, formedWindow } from '../adapters/window-forms.js';

/** What of an entry decides where it stands, and whether. */
export type RankedState = Pick<Entry, 'score' | 'columns' | 'reachedAt' | 'parts' | 'awaiting' | 'hidden'>;

export interface PlacedEntry {
  readonly playerId: string;
  readonly entry: RankedState;
}

/** By window key. */
export type WindowEntries = ReadonlyMap<string, readonly PlacedEntry[]>;

/** Whether the rows of a board have numbers of their own: how many different places there are before each. */
export const isDense = (board: BoardDefinition): boolean => board.numbering === 'dense' && sharesRanks(board);

/** Whether an entry has a row in a window. One of another time was left by a season of the same key that was dropped before. */
export const hasRow = (board: BoardDefinition, { window }: FormedWindow, entry: RankedState): boolean =>
  windowHolds(window, entry.reachedAt) && isRanked(board, entry);

/**
 * Writes the windows of a change out as the scripts of `project.lua.ts` read them: whether there are parts or places (1 or 0),
 * whether places; how many players leave every window, and who; then for each window its key, `packed`, `prefixed` or `full`, how
 * many players leave it, and who, how many rows there are, and for each score and player (packed), score, prefix and player
 * (prefixed), or these and the parts, joined (full). A window that the board has not, or no longer, is left out: nobody reads it.
 *
 * @param gone players who leave every window of the board that they have no entry of here
 */
export function windowChanges(
  board: BoardDefinition,
  windows: WindowEntries,
  gone: readonly string[] = [],
): (string | number)[] {
  const hasPlaces = isDense(board);
  const isFull = hasPlaces || hasParts(board);
  const args: (string | number)[] = [isFull ? 1 : 0, hasPlaces ? 1 : 0, gone.length, ...gone];
  for (const [key, entries] of windows) {
    const formed = formedWindow(board, key);
    if (formed) addWindow(args, board, key, formed, entries, isFull);
  }
  return args;
}

function addWindow(
  args: (string | number)[],
  board: BoardDefinition,
  key: string,
  formed: FormedWindow,
  entries: readonly PlacedEntry[],
  isFull: boolean,
): void {
  const { form } = formed;
  const isPacked = form.prefixWidth === 0;
  const rows = entries.filter(({ entry }) => hasRow(board, formed, entry));
  args.push(key, isFull ? 'full' : isPacked ? 'packed' : 'prefixed', entries.length - rows.length);
  if (rows.length < entries.length) {
    for (const { playerId, entry } of entries) if (!hasRow(board, formed, entry)) args.push(playerId);
  }
  args.push(rows.length);
  for (const { playerId, entry } of rows) {
    const { score, prefix } = form.place(entry);
    // A board that was divided before may have left parts in entries.
    if (isFull) args.push(score, prefix, playerId, hasParts(board) ? (entry.parts ?? []).join(SEPARATOR) : '');
    else if (isPacked) args.push(score, playerId);
    else args.push(score, prefix, playerId);
  }
}
