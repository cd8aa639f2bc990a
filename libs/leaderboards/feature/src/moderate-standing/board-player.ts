import type { BoardEntryDocument } from '@laurel/contracts';

/** A player as one board knows it. */
export interface BoardPlayer {
  /** Hidden on the board, and in windows to come. */
  readonly isHidden: boolean;
  /** Banned: the entries are withheld. */
  readonly isWithheld: boolean;
  /** By window key: what is open, and what has ended and is not frozen yet. */
  readonly entries: Readonly<Record<string, BoardEntryDocument>>;
}

/** Players as boards know them, from the documents that ranks are projected from. */
export abstract class BoardPlayerStore {
  /**
   * Undefined for who is not known.
   *
   * @param board `boardId`
   */
  abstract find(workspace: string, board: string, playerId: string): Promise<BoardPlayer | undefined>;
}
