import { type Entry, combineEntries, findWindow, isOpen, windowHolds, withinBounds } from '@laurel/leaderboards-domain';
import type { Refusal } from '@laurel/rules-domain';
import { scoringErrors } from '../errors.js';
import type { Player } from '../player.js';
import type { CompiledBoard, Program } from '../program.js';
import { asHidden } from '../reducers/place-result.js';
import type { HandedOver } from './handed-over.js';

/** The entries of a player with those that another one handed over; of what is refused, the player's own stand. */
export function combineBoards(
  program: Program,
  player: Player,
  added: HandedOver['boards'],
  now: number,
  refusals: Refusal[],
): Player['boards'] {
  const boards = new Map(player.withheld ?? player.boards);
  for (const [id, entries] of Object.entries(added)) {
    const windows = new Map(boards.get(id));
    for (const [window, entry] of Object.entries(entries)) {
      const placed = place(program.boards.get(id), window, windows.get(window), entry, now, refusals);
      if (placed) windows.set(window, asHidden(placed, player, id));
    }
    if (windows.size > 0) boards.set(id, windows);
  }
  return boards;
}

function place(
  board: CompiledBoard | undefined,
  window: string,
  current: Entry | undefined,
  added: Entry,
  now: number,
  refusals: Refusal[],
): Entry | undefined {
  const bounds = board && findWindow(board.definition, window);
  if (!board || !bounds) return current ?? added;
  const { definition } = board;
  // An entry of another time is what a season of the same key left that was dropped before.
  if (!windowHolds(bounds, added.reachedAt)) return current;
  const standing = current && windowHolds(bounds, current.reachedAt) ? current : undefined;
  const refuse = (code: string, what: string): Entry | undefined => {
    refusals.push({ kind: 'refused', rule: '', code, detail: `${definition.key} (${window}) ${what}` });
    return current;
  };
  if (!isOpen(bounds, now)) return refuse(scoringErrors.windowClosed.code, 'has closed');
  const entry = combineEntries(definition, standing, added);
  if (!entry.ok) return refuse(scoringErrors.overflow.code, 'would leave the safe integers');
  return withinBounds(definition, entry.value)
    ? entry.value
    : refuse(scoringErrors.beyondBounds.code, 'would leave the declared bounds');
}
