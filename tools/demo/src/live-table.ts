import type { BoardDeltaFrame, BoardSnapshotFrame, StandingRow } from '@laurel/contracts';

/** A view of a board as its frames have told it so far. */
export interface LiveTable {
  readonly subscription: string;
  readonly epoch: string;
  readonly seq: number;
  readonly rows: readonly StandingRow[];
}

export const fromSnapshot = ({ subscription, epoch, seq, entries }: BoardSnapshotFrame): LiveTable => ({
  subscription,
  epoch,
  seq,
  rows: entries,
});

/** The table after a delta; undefined when the delta does not follow what the table has seen, and a snapshot is needed. */
export function withDelta(table: LiveTable, delta: BoardDeltaFrame): LiveTable | undefined {
  if (delta.epoch !== table.epoch || delta.seq !== table.seq + 1) return undefined;
  const rows = new Map(table.rows.map((row) => [row.playerId, row]));
  for (const playerId of delta.removed) rows.delete(playerId);
  for (const row of delta.changed) rows.set(row.playerId, row);
  return { ...table, seq: delta.seq, rows: [...rows.values()].sort(byRank) };
}

/** By rank; rows without one (ranks are being rebuilt) come last, by score. */
const byRank = (left: StandingRow, right: StandingRow): number =>
  (left.rank ?? Infinity) === (right.rank ?? Infinity)
    ? right.score - left.score
    : (left.rank ?? Infinity) - (right.rank ?? Infinity);
