import { comparePositions } from '@laurel/contracts';
import type { CommittedPositions, ProjectedPositions } from './positions.js';

/** What MongoDB said of a board's positions at one time (ms). */
export interface CommittedSnapshot {
  readonly at: number;
  readonly positions: CommittedPositions;
}

/** How long a commit may take to reach Redis before its absence means that something is lost, ms. */
export const PROJECTION_GRACE_MS = 2_000;

/**
 * Whether ranks that hold `projected` are right: complete up to some recent moment. They are not when
 * - a partition is being repaired,
 * - a partition that ever changed the board is missing (Redis was emptied), unless it committed its first change only now,
 * - a position committed two seconds ago or longer is still not projected (Redis lost its last second, or a gap stands open).
 *
 * @param history oldest first; at least one, the last being what MongoDB says now
 */
export function ranksAreRight(
  history: readonly CommittedSnapshot[],
  { partitions }: ProjectedPositions,
  now: number,
): boolean {
  if ([...partitions.values()].includes('repairing')) return false;
  const isSettled = (snapshot: CommittedSnapshot): boolean => now - snapshot.at >= PROJECTION_GRACE_MS;
  const settled = history.findLast(isSettled)?.positions;
  const recent = history.filter((snapshot) => !isSettled(snapshot));
  const expected = [...(history.at(-1)?.positions.keys() ?? [])];
  return expected.every((partition) => {
    const position = partitions.get(partition);
    if (position === undefined) return recent.some(({ positions }) => !positions.has(partition));
    const due = settled?.get(partition);
    return position !== 'repairing' && (due === undefined || comparePositions(due, position) <= 0);
  });
}

/** The history with one more snapshot, without those that can no longer matter. */
export function withSnapshot(history: readonly CommittedSnapshot[], next: CommittedSnapshot): CommittedSnapshot[] {
  const settled = history.findLastIndex(({ at }) => next.at - at >= PROJECTION_GRACE_MS);
  return [...history.slice(Math.max(settled, 0)), next];
}
