import { type Result, err, ok } from '@laurel/kernel';
import { type BoardWindow, type Entry, adjustEntry, findWindow, isOpen } from '@laurel/leaderboards-domain';
import type { Refusal } from '@laurel/rules-domain';
import { scoringErrors } from '../errors.js';
import type { ChangedPlayer } from '../player-changes/player-change.js';
import { refusalOf } from '../player-changes/restriction.js';
import { type Player, withEntry } from '../player.js';
import type { CompiledBoard, Program } from '../program.js';
import { asHidden, joinWindow, standingEntry } from '../reducers/place-result.js';
import { correctionsBetween } from '../replay/corrections.js';
import type { Adjustment, Moderation } from './moderation.js';

/**
 * Carries out an order about a player's standing, by the release at its position. Windows that are closed by then are not
 * touched: what is done to them is a correction of their frozen rows. A banned player's entries change where they wait, so that
 * an operator can put them right before a reinstatement; only who is active joins. Pure, as `decide` is.
 *
 * @param now broker append time of the order, ms
 */
export function moderate(program: Program, player: Player, order: Moderation, now: number): ChangedPlayer {
  const updated = { ...player, updatedAt: now };
  const { restriction, withheld } = updated;
  if (restriction && (restriction.status === 'merged' || order.kind === 'join')) {
    return { player: updated, effects: [refusalOf(restriction)] };
  }
  const board = program.boards.get(order.board);
  if (!board) {
    const refusal = refuse(scoringErrors.unknownBoard, `the release in force has no leaderboard ${order.board}`);
    return { player: updated, effects: [refusal] };
  }
  const moderated = carryOut(board, { ...updated, boards: withheld ?? updated.boards }, order, now);
  if (!moderated.ok) return { player: updated, effects: [moderated.error] };
  const after = withheld
    ? { ...moderated.value, boards: updated.boards, withheld: moderated.value.boards }
    : moderated.value;
  return { player: after, effects: correctionsBetween(player, after) };
}

function carryOut(board: CompiledBoard, player: Player, order: Moderation, now: number): Result<Player, Refusal> {
  if (order.kind === 'hide' || order.kind === 'unhide')
    return ok(withHidden(board, player, order.kind === 'hide', now));
  const window = findWindow(board.definition, order.window);
  if (!window) return err(refuse(scoringErrors.unknownWindow, `${board.definition.key} has no window ${order.window}`));
  if (!isOpen(window, now)) {
    return err(refuse(scoringErrors.windowClosed, `${board.definition.key} (${window.key}) has closed`));
  }
  switch (order.kind) {
    case 'join':
      return join(board, window, player, now);
    case 'remove':
      return remove(board, window, player);
    case 'adjust':
      return adjust(board, window, player, order, now);
  }
}

/** The player off the ranks of a board, or on them again: with all entries in what is open, and with those to come. */
function withHidden({ id, definition }: CompiledBoard, player: Player, isHidden: boolean, now: number): Player {
  const { hiddenOn = [], ...rest } = player;
  const others = hiddenOn.filter((board) => board !== id);
  const all = isHidden ? [...others, id].sort() : others;
  const entries = Array.from(player.boards.get(id) ?? [], ([key, entry]): [string, Entry] => {
    const window = findWindow(definition, key);
    if (!window || !isOpen(window, now)) return [key, entry];
    const { hidden: _, ...shown } = entry;
    return [key, isHidden ? { ...shown, hidden: true } : shown];
  });
  const boards = entries.length > 0 ? withEntry(player.boards, id, new Map(entries)) : player.boards;
  return { ...rest, boards, ...(all.length > 0 ? { hiddenOn: all } : {}) };
}

/**
 * A window that is running can be joined, and the next one of its kind: whoever could join those that are far away could fill
 * a player's document with them.
 */
function join(board: CompiledBoard, window: BoardWindow, player: Player, now: number): Result<Player, Refusal> {
  const { start } = window;
  if (start === null || start <= now || board.windows.some((series) => series.from(now)?.key === window.key)) {
    return joinWindow(board, window, player, now);
  }
  const detail = `${board.definition.key} (${window.key}) begins after the next one`;
  return err(refuse(scoringErrors.windowTooEarly, detail));
}

function remove({ id, definition }: CompiledBoard, { key }: BoardWindow, player: Player): Result<Player, Refusal> {
  const entries = new Map(player.boards.get(id));
  if (!entries.delete(key)) {
    return err(refuse(scoringErrors.noStanding, `${definition.key} (${key}) has no entry of the player`));
  }
  const boards = new Map(player.boards);
  if (entries.size > 0) boards.set(id, entries);
  else boards.delete(id);
  return ok({ ...player, boards });
}

function adjust(
  { id, definition }: CompiledBoard,
  window: BoardWindow,
  player: Player,
  order: Adjustment,
  now: number,
): Result<Player, Refusal> {
  const entries = player.boards.get(id) ?? new Map<string, Entry>();
  const current = standingEntry(entries.get(window.key), window);
  const adjusted = adjustEntry(definition, window, current, order, now);
  if (!adjusted.ok) {
    const { key } = definition;
    return adjusted.error === 'overflow'
      ? err(refuse(scoringErrors.overflow, `${key} (${window.key}) would leave the safe integers`))
      : err(refuse(scoringErrors.beyondBounds, `${key} (${window.key}) would leave the declared bounds`));
  }
  const entry = asHidden(adjusted.value, player, id);
  return ok({ ...player, boards: withEntry(player.boards, id, withEntry(entries, window.key, entry)) });
}

const refuse = ({ code }: { readonly code: string }, detail: string): Refusal => ({
  kind: 'refused',
  rule: '',
  code,
  detail,
});
