import type { BoardWindowDocument, FrozenRow } from '@laurel/contracts';

/** The windows that have ended, and the standings that they ended with. */
export abstract class FrozenWindows {
  /** Undefined while the window is open; `closing` for the moment until its standings are kept. */
  abstract find(workspace: string, boardId: string, window: string): Promise<BoardWindowDocument | undefined>;

  /**
   * Rows in rank order. Empty past the last one, and of a window that is not frozen.
   *
   * @param part empty for the whole board
   * @param first how many rows stand before the first one wanted
   */
  abstract rows(window: BoardWindowDocument, part: string, first: number, limit: number): Promise<readonly FrozenRow[]>;

  /**
   * How many rows stand before a player's; undefined for who has none.
   *
   * @param part empty for the whole board
   */
  abstract place(window: BoardWindowDocument, part: string, playerId: string): Promise<number | undefined>;
}
