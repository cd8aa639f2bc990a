import { type BoardDefinition, hasParts } from '@laurel/leaderboards-domain';
import { hasRow } from '../project-standings/window-changes.js';
import type { PlayerOnBoard } from '../rebuild-ranks/board-players.js';
import type { WindowContent } from './ranks-content.js';

/** Where the entry of a player belongs. */
export interface Place {
  readonly playerId: string;
  readonly member: string;
  readonly score: number;
  readonly prefix: string;
  readonly parts: readonly string[];
}

/**
 * Where a player belongs in a window; undefined where the player is not ranked.
 *
 * @param part the part of it that is meant; undefined too for who is not in it
 */
export function placeOf(
  board: BoardDefinition,
  { formed }: WindowContent,
  { playerId, windows }: PlayerOnBoard,
  part?: string,
): Place | undefined {
  const entry = windows[formed.window.key];
  if (!entry || !hasRow(board, formed, entry)) return undefined;
  const parts = hasParts(board) ? (entry.parts ?? []) : [];
  if (part !== undefined && !parts.includes(part)) return undefined;
  const { score, prefix } = formed.form.place(entry);
  return { playerId, score, prefix, member: prefix + playerId, parts };
}
