import type { LeagueDefinition } from './league.js';
import type { WindowDefinition } from './window-definition.js';

/** Which score is better. */
export type Order = 'desc' | 'asc';

/**
 * What a window keeps of a player's results: their sum, how many there were, the best or the worst one by the board's order, the
 * first or the last by event time. A result is one row, the amounts that one event recorded: its columns are never mixed from
 * different events. Under `sum` and `count` columns are sums.
 */
export type BoardAggregation = 'sum' | 'count' | 'best' | 'worst' | 'first' | 'last';

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
  readonly then: 'first_to_reach' | 'last_to_reach' | 'shared';
}

/** How rows that share a place are numbered: 1, 2, 3 by player id; 1, 1, 3; or 1, 1, 2. */
export type Numbering = 'ordinal' | 'competition' | 'dense';

/**
 * A way in which a board is divided: by the values of attributes (`key:value`, or `key:value:value`), or into those who are in a
 * saved segment (`key`) and those who are not. Each part has ranks of its own; who lacks one of the attributes is in no part.
 */
export type BoardSplit =
  { readonly key: string; readonly attributes: readonly string[] } | { readonly key: string; readonly segment: string };

/** A window that ends earlier than its definition says. */
export interface WindowEdit {
  /** Key of the window. */
  readonly window: string;
  /** RFC 3339. */
  readonly end: string;
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
  /** Of rows that share a place; `competition` where absent. */
  readonly numbering?: Numbering;
  readonly windows: readonly WindowDefinition[];
  readonly windowEdits?: readonly WindowEdit[];
  /** How long after its end a window still takes results of its time; 0 where absent. */
  readonly graceSeconds?: number;
  /** Of each definition that recurs: how many closed windows are kept with their rows. All of them where absent. */
  readonly keepWindows?: number;
  /** Who has less is not ranked. */
  readonly minScore?: number;
  /** Rows that the board has at most: whoever comes after them is not on it. */
  readonly sizeLimit?: number;
  readonly splits?: readonly BoardSplit[];
  /** Groups of players in one of its recurring windows, with tiers. */
  readonly league?: LeagueDefinition;
  /**
   * Number of the release that divided the board as it is now, where it had other parts before, or none; only in releases. Whoever
   * was placed before it is placed anew.
   */
  readonly splitsSince?: number;
  /** Results of a player in a window are counted, and no more than `max` of them taken. */
  readonly attempts?: { readonly max?: number };
  /** `opt_in`: only who joined a window gets into it. */
  readonly joining?: 'opt_in';
  /** Neither can player tokens and publishable keys read it, nor do events count that a player sent. */
  readonly serverOnly?: true;
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
/** Most ways in which a board may be divided: each is another place to keep for every row. */
export const MAX_SPLITS = 5;
