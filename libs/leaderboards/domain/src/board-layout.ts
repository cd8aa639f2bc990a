import type { BoardDefinition } from './board.js';
import { fixedWindows } from './board-windows.js';

/**
 * Name of the way in which a board's rows are written to be ranked, from all that decides it. A change of it leaves entries as they
 * are and makes their ranks anew: they are kept under the name, so none of two ways are ever read as the other.
 */
export function boardLayout(board: BoardDefinition): string {
  const { order, source, ties, numbering = 'competition', minScore = null, splits = [] } = board;
  const fixed = fixedWindows(board).map(({ key, start, end }) => [key, start, end]);
  return hashOf(JSON.stringify([order, source.bounds ?? null, ties, numbering, minScore, splits, fixed]));
}

/** FNV-1a, 32 bits, hex: http://www.isthe.com/chongo/tech/comp/fnv/. The few layouts that a board ever has don't collide. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
