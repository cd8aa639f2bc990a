import type { BoardWindowDocument } from '@laurel/contracts';

/** The windows of one definition of a board. */
export type WindowSeriesRef = Pick<BoardWindowDocument, 'workspace' | 'board' | 'name'>;

/** Where the rows of closed windows are deleted. */
export abstract class RetiredWindows {
  /**
   * Windows of which rows are to be deleted, or were deleted in part: those that ended before the last `keep`, of all from whose
   * end nothing follows any more. Some of them at a time; none when it is done.
   */
  abstract beyond(series: WindowSeriesRef, keep: number): Promise<readonly BoardWindowDocument[]>;

  /** Deletes the rows of a window: from the first moment on it has none. Done again, it does what was left. */
  abstract retire(window: BoardWindowDocument, now: number): Promise<void>;
}
