import type { BoardWindowDocument, LeagueRoundDocument } from '@laurel/contracts';

/** What the moves of a window came to. */
export type LeagueRound = Pick<LeagueRoundDocument, 'groups' | 'promoted' | 'relegated' | 'idle'>;

/** What is known of leagues besides standings: who sits where in a window, who plays in which tier, whose moves were ordered. */
export abstract class LeagueStore {
  /** Whether the moves of a window were ordered, all of them. */
  abstract isMoved(window: BoardWindowDocument): Promise<boolean>;

  /**
   * Players of a tier who took no seat in a window, page by page.
   *
   * @param tier key
   */
  abstract idlePlayers(window: BoardWindowDocument, tier: string): AsyncIterable<readonly string[]>;

  /**
   * Notes that the moves of a window were ordered; a second time changes nothing.
   *
   * @param movedAt ms
   */
  abstract finish(window: BoardWindowDocument, round: LeagueRound, movedAt: number): Promise<void>;

  /**
   * Forgets who sat where in windows of a board whose moves were ordered before a time (ms): their standings say it.
   */
  abstract dropSeats(board: Pick<BoardWindowDocument, 'workspace' | 'board'>, before: number): Promise<void>;
}
