import { type BoardDefinition, type Entry, findWindow, isOpen } from '@laurel/leaderboards-domain';
import type { Player } from './player.js';
import type { Program } from './program.js';

/**
 * Whether nothing but explicit corrections changes a window any more: it has closed, or the board has it no longer.
 *
 * @param now decision time, ms
 */
export function isClosed(board: BoardDefinition, window: string, now: number): boolean {
  const found = findWindow(board, window);
  return !found || !isOpen(found, now);
}

/**
 * Entries as they are after a change, and those of windows that have closed as they were before: there or not. Boards that the
 * program does not have are as after.
 *
 * @param now decision time of the change, ms
 */
export function keepClosed(
  { boards }: Pick<Program, 'boards'>,
  before: Player['boards'],
  after: Player['boards'],
  now: number,
): Player['boards'] {
  const kept = new Map<string, ReadonlyMap<string, Entry>>();
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(id) ?? NO_WINDOWS, after.get(id) ?? NO_WINDOWS];
    const board = boards.get(id)?.definition;
    const entries = board ? mixed(board, was, is, now) : is;
    if (entries.size > 0) kept.set(id, entries);
  }
  return kept;
}

function mixed(
  board: BoardDefinition,
  before: ReadonlyMap<string, Entry>,
  after: ReadonlyMap<string, Entry>,
  now: number,
): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const entry = (isClosed(board, key, now) ? before : after).get(key);
    if (entry) entries.set(key, entry);
  }
  return entries;
}

const NO_WINDOWS: ReadonlyMap<string, Entry> = new Map();
