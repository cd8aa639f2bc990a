import type { BoardDefinition } from '@laurel/leaderboards-domain';

/** Injects `RankReadings`. */
export const RANK_READINGS = Symbol('laurel.rank-readings');

/** A player's place in one window of a board. */
export interface RankWanted {
  readonly workspace: string;
  readonly board: BoardDefinition;
  /** Its key. */
  readonly window: string;
  readonly playerId: string;
}

/** From 1; null for a player who is not on the board. */
export type RankReading = number | null | 'warming';

/** Ranks as readers see them: right, or `warming`. */
export interface RankReadings {
  /** @returns one for each that is wanted, in their order */
  ranksOf(wanted: readonly RankWanted[]): Promise<readonly RankReading[]>;
}
