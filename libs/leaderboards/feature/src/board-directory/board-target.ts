import type { BoardDefinition, BoardWindow } from '@laurel/leaderboards-domain';

/** One window of one board of one workspace: what every read of a leaderboard is of. */
export interface BoardTarget {
  readonly workspace: string;
  readonly board: BoardDefinition;
  readonly window: BoardWindow;
}
