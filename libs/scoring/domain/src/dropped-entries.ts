import { type BoardDefinition, type Entry, findWindow } from '@laurel/leaderboards-domain';
import type { Player } from './player.js';
import type { Program } from './program.js';

/** Windows whose entries a player carries no longer: their standings are kept elsewhere. By `boardId`: their keys, sorted. */
export type Dropped = Readonly<Record<string, readonly string[]>>;

/** Up to which time (ms) the windows of a definition of a board are frozen; undefined where none is. */
export type FrozenTo = (boardId: string, definition: string) => number | undefined;

/**
 * What a player need not carry any more, looked for where a decision added an entry: so players carry the windows that are open and
 * few others. When standings are kept is no part of a decision, so it is an input, recorded with the event.
 *
 * @returns undefined where there is nothing
 */
export function droppedBy(
  { boards }: Pick<Program, 'boards'>,
  before: Player,
  after: Player,
  frozenTo: FrozenTo,
): Dropped | undefined {
  if (before.boards === after.boards) return undefined;
  let dropped: Record<string, readonly string[]> | undefined;
  for (const [id, windows] of after.boards) {
    if (windows.size <= (before.boards.get(id)?.size ?? 0)) continue;
    const board = boards.get(id)?.definition;
    const keys = board ? frozenKeys(id, board, windows, frozenTo) : [];
    if (keys.length > 0) dropped = { ...dropped, [id]: keys };
  }
  return dropped;
}

function frozenKeys(
  id: string,
  board: BoardDefinition,
  windows: ReadonlyMap<string, Entry>,
  frozenTo: FrozenTo,
): readonly string[] {
  const isFrozen = (key: string): boolean => {
    const window = findWindow(board, key);
    if (!window || window.end === null || window.closesAt === null) return false;
    const to = frozenTo(id, window.name);
    return to !== undefined && window.end <= to;
  };
  return [...windows.keys()].filter(isFrozen).sort();
}

/** The player without entries that were dropped. */
export function withoutDropped(player: Player, dropped: Dropped | undefined): Player {
  if (!dropped) return player;
  const boards = new Map(player.boards);
  for (const [id, keys] of Object.entries(dropped)) {
    const windows = new Map(boards.get(id));
    for (const key of keys) windows.delete(key);
    if (windows.size > 0) boards.set(id, windows);
    else boards.delete(id);
  }
  return { ...player, boards };
}
