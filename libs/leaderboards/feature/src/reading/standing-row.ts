import type { StandingRow } from '@laurel/contracts';
import { toIso } from '@laurel/kernel';
import type { BoardDefinition } from '@laurel/leaderboards-domain';

/** What both kinds of reading know of a row. */
export interface Row {
  readonly rank: number | null;
  readonly playerId: string;
  readonly score: number;
  readonly columns: readonly number[];
  readonly reachedAt: number | null;
}

/** A row as clients see it: columns by the key of their stat, the time as ISO 8601, null where ties are shared. */
export const toStandingRow = (
  { ties }: BoardDefinition,
  { rank, playerId, score, columns, reachedAt }: Row,
): StandingRow => ({
  rank,
  playerId,
  score,
  columns: Object.fromEntries(ties.columns.map(({ stat }, index) => [stat, columns[index] ?? 0])),
  reachedAt: ties.then === 'shared' || reachedAt === null ? null : toIso(reachedAt),
});
