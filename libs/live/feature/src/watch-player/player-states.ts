import type { PlayerState } from '@laurel/contracts';
import type { DomainError, Result } from '@laurel/kernel';

/** Which of a player's ranks somebody may see: none, those on boards that are for the public, or all; of some boards alone. */
export interface RankSight {
  readonly kind: 'none' | 'public' | 'all';
  /** Keys; absent: of all. */
  readonly boards?: readonly string[];
}

export interface PlayerQuestion {
  readonly workspace: string;
  readonly playerId: string;
  readonly ranks: RankSight;
}

/** What a player has now. Players and leaderboards are other slices: the application binds this to what they read. */
export abstract class PlayerStates {
  /** Error: that the player is not known. */
  abstract read(question: PlayerQuestion): Promise<Result<PlayerState, DomainError>>;
}
