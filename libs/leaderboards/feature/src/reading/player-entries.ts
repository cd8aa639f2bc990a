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
  abstract find(target: BoardTarget, playerId: string): Promise<PlayerEntry | undefined>;
}
