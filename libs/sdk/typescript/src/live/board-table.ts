import type { BoardDeltaFrame, BoardSnapshotFrame, RankMove, StandingRow } from '../generated/live-frames.js';
import { comparePlayers } from './compare-players.js';

/** The rows of a view as they are now. Rows that did not change are the same objects as before. */
export interface BoardTable {
  /** Key of the window that the rows are of. */
  readonly window: string;
  /** By rank, then by the bytes of the player's id. */
  readonly rows: readonly StandingRow[];
  /** Rows in the window; null while ranks are being rebuilt. */
  readonly total: number | null;
  /** Ranks are being rebuilt. */
  readonly warming: boolean;
}

/** What made the table another one. */
export type BoardChange =
  | { readonly kind: 'snapshot' }
  | {
      readonly kind: 'delta';
      readonly changed: readonly StandingRow[];
      /** Players whose rows left the view. */
      readonly removed: readonly string[];
      /** Ranks that are others than before. */
      readonly moves: readonly RankMove[];
    };

export const tableOf = ({ window, entries, total, warming }: BoardSnapshotFrame): BoardTable => ({
  window,
  rows: [...entries].sort(compareRows),
  total,
  warming: warming ?? false,
});

/** The table after a delta that continues it. */
export function withDelta(table: BoardTable, { changed, removed, total }: BoardDeltaFrame): BoardTable {
  const rows = new Map(table.rows.map((row) => [row.playerId, row]));
  for (const playerId of removed) rows.delete(playerId);
  for (const row of changed) rows.set(row.playerId, row);
  return { ...table, rows: [...rows.values()].sort(compareRows), total };
}

/** Rows without a rank come last. */
function compareRows(left: StandingRow, right: StandingRow): number {
  if (left.rank !== right.rank) return (left.rank ?? Infinity) - (right.rank ?? Infinity);
  return comparePlayers(left.playerId, right.playerId);
}
