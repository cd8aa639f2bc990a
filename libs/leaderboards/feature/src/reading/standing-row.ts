import type { StandingRow } from '@laurel/contracts';
import { toIso } from '@laurel/kernel';
import type { BoardDefinition } from '@laurel/leaderboards-domain';

interface Row {
  readonly rank: number | null;
  readonly playerId: string;
  readonly score: number;
  readonly columns: readonly number[];
  readonly reachedAt: number;
}

/** A row as clients see it: columns by the key of their stat, the time as ISO 8601. */
export const toStandingRow = (
  { ties }: BoardDefinition,
  { rank, playerId, score, columns, reachedAt }: Row,
): StandingRow => ({
  rank,
  playerId,
  score,
  columns: Object.fromEntries(ties.columns.map(({ stat }, index) => [stat, columns[index] ?? 0])),
  reachedAt: toIso(reachedAt),
});
