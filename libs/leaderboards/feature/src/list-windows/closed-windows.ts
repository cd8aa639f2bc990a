import type { BoardWindowDocument } from '@laurel/contracts';

/** Where a list of closed windows goes on: behind this one. */
export type ClosedWindowPosition = Pick<BoardWindowDocument, 'end' | 'window'>;

/** The windows of boards that have closed. */
export abstract class ClosedWindows {
  /** Those that ended last first. */
  abstract list(
    workspace: string,
    boardId: string,
    after: ClosedWindowPosition | undefined,
    limit: number,
  ): Promise<readonly BoardWindowDocument[]>;

  /** Those of some windows, by their keys, that have closed. */
  abstract among(workspace: string, boardId: string, windows: readonly string[]): Promise<ReadonlySet<string>>;
}
