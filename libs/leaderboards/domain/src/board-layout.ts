import type { BoardDefinition } from './board.js';
import { LEAGUE_PART } from './league.js';

/** Releases are immutable, so what was worked out of one is kept with it. */
const known = new WeakMap<BoardDefinition, string>();

/**
 * Name of the way in which a board's rows are written to be ranked, from all that decides it. A change of it leaves entries as they
 * are and makes their ranks anew: they are kept under the name, so none of two ways are ever read as the other.
 */
export function boardLayout(board: BoardDefinition): string {
  const before = known.get(board);
  if (before !== undefined) return before;
  const { order, source, ties, numbering = 'competition', minScore = null, windowEdits = [] } = board;
  // Where a window begins and ends is packed with the time, and decides which entries are its own.
  const windows = board.windows.map((window) => ({ ...window, since: undefined }));
  // Whoever has a league has parts, whatever its groups are.
  const parts = [...(board.league ? [LEAGUE_PART] : []), ...(board.splits ?? [])];
  const decisive = [order, source.bounds ?? null, ties, numbering, minScore, parts, windows, windowEdits];
  const layout = hashOf(JSON.stringify(decisive, sorted));
  known.set(board, layout);
  return layout;
}

/** In whatever order a definition says things, it says the same. */
const sorted = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
    : value;

/** FNV-1a, 32 bits, hex: http://www.isthe.com/chongo/tech/comp/fnv/. The few layouts that a board ever has don't collide. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
