import type { BoardWindowDocument } from '@laurel/contracts';
import type { BoardDefinition, BoardWindow } from '@laurel/leaderboards-domain';

/** One window of one board of one workspace: what every read of a leaderboard is of. */
export interface BoardTarget {
  readonly workspace: string;
  readonly board: BoardDefinition;
  readonly window: BoardWindow;
  /** The part of the board that is read, by a name that its splits give; absent: the whole. */
  readonly part?: string;
  /** The window takes nothing more. */
  readonly closed?: true;
  /** What is kept of the window for good, once its standings are. */
  readonly frozen?: BoardWindowDocument;
}
