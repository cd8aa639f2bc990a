import type { BoardTarget } from '../board-directory/board-target.js';

/** A player's result in one window, from the player's own document: right at any time, but without a rank. */
export interface PlayerEntry {
  readonly playerId: string;
  readonly score: number;
  readonly columns: readonly number[];
  /** Milliseconds since the epoch. */
  readonly reachedAt: number;
}

/** The truth about single players, for answers while ranks are being rebuilt. */
export abstract class PlayerEntries {
  /** Of those players who would be ranked, in no order. */
  abstract find(target: BoardTarget, playerIds: readonly string[]): Promise<readonly PlayerEntry[]>;

  /**
   * The windows in which a player has an entry, by the name of the board in stores (`boardId`); undefined for a player who is not
   * known.
   */
  abstract windowsOf(workspace: string, playerId: string): Promise<ReadonlyMap<string, readonly string[]> | undefined>;
}
