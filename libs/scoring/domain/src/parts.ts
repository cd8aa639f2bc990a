import {
  type BoardDefinition,
  type Entry,
  type SplitPlayer,
  findWindow,
  isOpen,
  partsOf,
  partsWithSeat,
  windowHolds,
} from '@laurel/leaderboards-domain';
import type { ReleasedProgram } from '@laurel/releases-domain';
import { type CompiledSegment, compileSegment } from '@laurel/rules-domain';
import { type StandingEffect, standingOf } from './effects.js';
import { attributeOf } from './player-changes/profile.js';
import { type Player, withEntry } from './player.js';
import type { CompiledBoard } from './program.js';
import { isSeen, sameItems } from './same-place.js';

/** The boards of a program that are divided, with the segments that divide them. */
export interface CompiledSplits {
  readonly boards: readonly CompiledBoard[];
  /** by key */
  readonly segments: ReadonlyMap<string, Pick<CompiledSegment, 'holds'>>;
}

/** @returns undefined where no board is divided */
export function compileSplits(
  all: readonly CompiledBoard[],
  { segments = [], ...program }: ReleasedProgram,
): CompiledSplits | undefined {
  const boards = all.filter(({ definition }) => splitsOf(definition).length > 0);
  if (boards.length === 0) return undefined;
  const named = new Set(
    boards.flatMap(({ definition }) =>
      splitsOf(definition).flatMap((split) => ('segment' in split ? [split.segment] : [])),
    ),
  );
  const known = segments.filter(({ key }) => named.has(key));
  return { boards, segments: new Map(known.map((segment) => [segment.key, compileSegment(segment, program)])) };
}

const splitsOf = ({ splits = [] }: BoardDefinition) => splits;

/** A player placed, and what that moved on boards. */
export interface PlacedParts {
  /** The same player where nothing moved. */
  readonly player: Player;
  readonly moved: readonly StandingEffect[];
}

/**
 * Puts a player's entries into the parts of their boards that the player is in now. Those of windows that have closed stay where
 * they are.
 *
 * @param now decision time, ms: it closes windows, and segments may look at it
 */
export function placeParts(splits: CompiledSplits | undefined, player: Player, now: number): PlacedParts {
  let placed = player;
  const moved: StandingEffect[] = [];
  const asked = splits && askedOnce(splits, player, now);
  for (const { id, definition } of splits?.boards ?? []) {
    const before = player.boards.get(id);
    if (!before || before.size === 0 || !asked) continue;
    const ofSplits = partsOf(splitsOf(definition), asked);
    let entries = before;
    for (const [window, entry] of before) {
      const parts = entry.seat === undefined ? ofSplits : partsWithSeat(ofSplits, entry.seat);
      if (sameItems(entry.parts ?? NO_PARTS, parts) || !isRunning(definition, window, entry, now)) continue;
      const { parts: _, ...rest } = entry;
      const placedEntry: Entry = parts.length > 0 ? { ...rest, parts } : rest;
      entries = withEntry(entries, window, placedEntry);
      if (isSeen(entry)) moved.push(standingOf(id, window, entry));
    }
    if (entries !== before) placed = { ...placed, boards: withEntry(placed.boards, id, entries) };
  }
  return { player: placed, moved };
}

const NO_PARTS: readonly string[] = [];

/** Whether an entry is one of a window that goes on. */
function isRunning(board: BoardDefinition, key: string, { reachedAt }: Entry, now: number): boolean {
  const window = findWindow(board, key);
  return window !== undefined && isOpen(window, now) && windowHolds(window, reachedAt);
}

/** The player as splits ask: each segment once, however many boards it divides. */
function askedOnce({ segments }: CompiledSplits, player: Player, now: number): SplitPlayer {
  const known = new Map<string, boolean>();
  return {
    attribute: (key) => attributeOf(player.profile, key),
    isIn: (segment) => {
      const before = known.get(segment);
      if (before !== undefined) return before;
      const isIn = segments.get(segment)?.holds(player, now) ?? false;
      known.set(segment, isIn);
      return isIn;
    },
  };
}
