/*
 * What the element tells of a leaderboard and needs of a client: as `@laurel/sdk` has it, said again here so that the types of the
 * element need nothing else.
 */

/** A row as it is shown. */
export interface LeaderboardRow {
  readonly rank: number | null;
  readonly playerId: string;
  readonly score: number;
  readonly columns: Readonly<Record<string, number>>;
  /** ISO 8601; null where time plays no part. */
  readonly reachedAt: string | null;
}

/** The rows as they are now. */
export interface LeaderboardTable {
  /** Key of the window that the rows are of. */
  readonly window: string;
  /** By rank. */
  readonly rows: readonly LeaderboardRow[];
  /** Rows in the window; null while ranks are being rebuilt. */
  readonly total: number | null;
  /** Ranks are being rebuilt. */
  readonly warming: boolean;
}

/** Not yet there, up to date, interrupted (it comes back by itself), or over for good. */
export type LeaderboardState = 'connecting' | 'live' | 'reconnecting' | 'closed';

/** Why it is over. `code` is what programs compare. */
export interface LeaderboardError extends Error {
  readonly code: string;
  readonly detail: string;
}

/** Which rows: the best, or those around a player. */
export type LeaderboardView =
  | { readonly kind: 'top'; readonly limit: number; readonly segment?: string }
  | { readonly kind: 'around'; readonly playerId: string; readonly limit: number; readonly segment?: string };

/** A leaderboard that is followed, until closed. */
export interface LeaderboardSubscription {
  readonly state: LeaderboardState;
  readonly current: LeaderboardTable | undefined;
  close(): void;
}

/** What follows leaderboards: a `Laurel` of `@laurel/sdk` is one. */
export interface LeaderboardClient {
  readonly live: {
    subscribe(
      topic: `leaderboard:${string}`,
      options: { readonly window?: string; readonly view: LeaderboardView },
      handlers: {
        onTable(table: LeaderboardTable): void;
        onState(state: LeaderboardState, error?: LeaderboardError): void;
      },
    ): LeaderboardSubscription;
  };
}
