import { joinId } from './separator.js';

export const LEAGUE_SEATS_COLLECTION = 'leagueSeats';
export const LEAGUE_GROUPS_COLLECTION = 'leagueGroups';

/**
 * Where a player sits in a window of a league. Written once, before the event that took it is committed; dropped when a later
 * window has ended.
 */
export interface LeagueSeatDocument {
  /** `leagueSeatId` */
  readonly _id: string;
  readonly workspace: string;
  /** `boardId` */
  readonly board: string;
  /** Key of the window. */
  readonly window: string;
  readonly playerId: string;
  /** The event that took it. */
  readonly eventId: string;
  /** The part of the board that the group is. */
  readonly seat: string;
}

/** The group of a tier (and band) that is being filled; the ones before it are full. */
export interface LeagueGroupDocument {
  /** `leagueGroupId` */
  readonly _id: string;
  readonly workspace: string;
  readonly board: string;
  readonly window: string;
  /** Its number, from 1 on. */
  readonly group: number;
  /** Players in it. */
  readonly filled: number;
}

export const leagueSeatId = (workspace: string, board: string, window: string, playerId: string): string =>
  joinId(workspace, board, window, playerId);

/** @param band absent where nothing keeps players apart */
export const leagueGroupId = (workspace: string, board: string, window: string, tier: string, band?: string): string =>
  band === undefined ? joinId(workspace, board, window, tier) : joinId(workspace, board, window, tier, band);
