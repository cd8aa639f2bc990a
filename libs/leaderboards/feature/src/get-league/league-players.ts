import type { BoardTarget } from '../board-directory/board-target.js';

/** What a player's document says of a league. */
export interface LeaguePlayer {
  /** Key of the tier that the player was moved to last; absent where the player never moved. */
  readonly tier?: string;
  /** The part of the board that the player's group in the window is; absent where the player has taken no seat. */
  readonly seat?: string;
}

/** Players of leagues, by their own documents: right at any time. */
export abstract class LeaguePlayers {
  /** Nothing is known of a player whom no event has named. */
  abstract find(target: BoardTarget, playerId: string): Promise<LeaguePlayer>;
}
