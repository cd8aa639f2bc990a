import type { Player } from '../player.js';

/** A change of tier: from the next window that the player enters, the player plays there. */
export interface LeagueChange {
  /** `boardId` */
  readonly board: string;
  /** Key of the tier; null: out of the league, to begin in the lowest. */
  readonly to: string | null;
}

export function changeLeague({ leagues: before, ...rest }: Player, { board, to }: LeagueChange): Player {
  const leagues = new Map(before);
  if (to === null) leagues.delete(board);
  else leagues.set(board, to);
  return leagues.size === 0 ? rest : { ...rest, leagues };
}
