import type { BoardWindowDocument } from '@laurel/contracts';

/** Where a list of past windows goes on: behind this one. */
export interface PastWindowsPosition {
  /** End of the window, ms. */
  readonly end: number;
  /** Key of the window. */
  readonly window: string;
}

/** The windows of a board whose standings are kept for good. */
export abstract class PastWindows {
  /**
   * The one that ended last comes first.
   *
   * @param boardId key and incarnation
   */
  abstract list(
    workspace: string,
    boardId: string,
    after: PastWindowsPosition | undefined,
    limit: number,
  ): Promise<readonly BoardWindowDocument[]>;
}
