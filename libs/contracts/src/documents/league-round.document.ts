export const LEAGUE_ROUNDS_COLLECTION = 'leagueRounds';

/** That the moves of a window of a league were ordered, and how many there were. Its id is that of the window (`boardWindowId`). */
export interface LeagueRoundDocument {
  readonly _id: string;
  readonly workspace: string;
  /** `boardId` */
  readonly board: string;
  readonly window: string;
  readonly groups: number;
  /** Players whom their rank moved up, and down. */
  readonly promoted: number;
  readonly relegated: number;
  /** Players without a result whom that moved. */
  readonly idle: number;
  /** ms */
  readonly movedAt: number;
  /** Who sat where was forgotten: the standings say it. Absent before. */
  readonly seatsDropped?: true;
}
