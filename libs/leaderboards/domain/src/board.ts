import type { WindowDefinition } from './window.js';

/** Which score is better. */
export type Order = 'desc' | 'asc';

/**
 * What a window keeps of a player's results: their sum, the best one by the board's order, or the last by event time.
 * A result is one row, the amounts that one event recorded: its columns are never mixed from different events.
 */
export type BoardAggregation = 'sum' | 'best' | 'last';

/**
 * Least and greatest value that a number of an entry may take, both included. An effect that would leave them is refused.
 * Where all numbers that decide places are bounded, ranks take the least memory (`RankForm`).
 */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

export interface TieColumn {
  readonly stat: string;
  readonly order: Order;
  readonly bounds?: Bounds;
}

/** What decides between equal scores: further stats, each in its own order, then time or nothing. */
export interface Ties {
  readonly columns: readonly TieColumn[];
  readonly then: 'first_to_reach' | 'shared';
}

/** A leaderboard as released. */
export interface BoardDefinition {
  readonly key: string;
  /** Number of the release that began the board's present shape; entries of another shape are another board's. */
  readonly incarnation: number;
  readonly source: { readonly stat: string; readonly bounds?: Bounds };
  readonly aggregation: BoardAggregation;
  readonly order: Order;
  readonly ties: Ties;
  readonly windows: readonly WindowDefinition[];
  /** `recorded`: begins with what was recorded of its stats before, whenever it begins anew. Absent: empty. */
  readonly start?: 'recorded';
}

/** Name of a board in every store: the key with its incarnation, so that a re-created key never revives old entries. */
export const boardId = (board: Pick<BoardDefinition, 'key' | 'incarnation'>): string =>
  `${board.key}@${board.incarnation}`;

/** The key that operators gave a board, from its name in the stores. */
export const boardKeyOf = (id: string): string => id.slice(0, id.lastIndexOf('@'));

/** Most tie columns a board may declare; bounds the length of a member in Redis. */
export const MAX_TIE_COLUMNS = 4;
