import type { LiveView, RankMove, StandingRow } from '@laurel/contracts';
import { movesBetween } from './rank-moves.js';

/** What the watchers of a view see. */
export interface ViewState {
  /** Name of the board's incarnation: rows of another one have nothing to do with these. */
  readonly boardId: string;
  /** Key of the window: a view of those that run moves on when one ends. */
  readonly window: string;
  readonly warming: boolean;
  /** Rows in the window; null while warming. */
  readonly total: number | null;
  readonly rows: readonly StandingRow[];
}

/** Before the first read: unlike anything that is read. */
export const NOT_READ: ViewState = { boardId: '', window: '', warming: true, total: null, rows: [] };

/** Rows that came or changed, and players whose rows left. */
export interface RowsDelta {
  readonly changed: readonly StandingRow[];
  readonly removed: readonly string[];
  readonly total: number;
  /** Absent where no rank changed. */
  readonly moves?: readonly RankMove[];
}

/** How to tell the watchers of `before` about `after`: not at all, by what changed, or all of it anew. */
export type ViewChange =
  { readonly kind: 'nothing' } | ({ readonly kind: 'delta' } & RowsDelta) | { readonly kind: 'snapshot' };

/** @param kind of the view */
export function changeBetween(before: ViewState, after: ViewState, kind: LiveView['kind']): ViewChange {
  if (before.boardId !== after.boardId || before.window !== after.window) return { kind: 'snapshot' };
  if (before.warming !== after.warming) return { kind: 'snapshot' };
  const { changed, removed } = diffRows(before.rows, after.rows);
  if (changed.length === 0 && removed.length === 0 && before.total === after.total) return { kind: 'nothing' };
  if (after.total === null) return { kind: 'snapshot' };
  const moves = movesBetween(before.rows, after.rows, kind);
  return { kind: 'delta', changed, removed, total: after.total, ...(moves.length === 0 ? {} : { moves }) };
}

function diffRows(
  before: readonly StandingRow[],
  after: readonly StandingRow[],
): { changed: StandingRow[]; removed: string[] } {
  const old = new Map(before.map((row) => [row.playerId, row]));
  const changed = after.filter((row) => !isSame(old.get(row.playerId), row));
  for (const { playerId } of after) old.delete(playerId);
  return { changed, removed: [...old.keys()] };
}

function isSame(before: StandingRow | undefined, after: StandingRow): boolean {
  return (
    before !== undefined &&
    before.rank === after.rank &&
    before.score === after.score &&
    before.reachedAt === after.reachedAt &&
    Object.entries(after.columns).every(([stat, value]) => before.columns[stat] === value)
  );
}
