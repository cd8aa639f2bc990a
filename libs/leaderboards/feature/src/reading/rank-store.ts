import type { Result } from '@laurel/kernel';
import type { BoardTarget } from '../board-directory/board-target.js';
import type { ProjectedPositions } from '../rank-freshness/positions.js';
import type { RankQuestion } from './rank-question.js';

/** Where a row stands in a window's order, by value: it stays meaningful when the row has moved or gone. */
export interface SortKey {
  /** Score as the sorted set has it, in decimal; `-inf` and `+inf` lie before and after every row. */
  readonly score: string;
  readonly member: string;
}

/** Where a page begins. */
export type PageStart =
  | { readonly kind: 'first' }
  /** Behind so many rows, whoever they are. */
  | { readonly kind: 'at'; readonly offset: number }
  | { readonly kind: 'after'; readonly key: SortKey }
  | { readonly kind: 'before'; readonly key: SortKey };

export interface RankedRow {
  /** From 1. Ordinal, or shared by equal rows (1, 1, 3 or 1, 1, 2), as the board declares. */
  readonly rank: number;
  readonly playerId: string;
  readonly score: number;
  /** In the order of the board's ties. */
  readonly columns: readonly number[];
  /** Milliseconds since the epoch; null where ties are shared: time plays no part there, and ranks do not keep it. */
  readonly reachedAt: number | null;
}

/** A player's place in one part of a board. */
export interface PartStanding {
  readonly part: string;
  readonly rank: number;
  /** Rows in the part. */
  readonly total: number;
}

/** Rows of one window as they are at one moment, with the positions that tell whether they can be trusted. */
export interface RankRead {
  readonly projected: ProjectedPositions;
  /** Rows in the window, or in the part of it that was asked for. */
  readonly total: number;
  /** How many rows stand before the first one given. */
  readonly offset: number;
  readonly rows: readonly RankedRow[];
  /** Sort keys of the first and last row; absent when there are none. */
  readonly edges?: { readonly first: SortKey; readonly last: SortKey };
  /** Of a span: how many rows stand before it, and how many it has. */
  readonly span?: { readonly offset: number; readonly count: number };
  /** Of a standing: how many rows are strictly better, which under dense numbering the rank does not say. */
  readonly better?: number;
  /** Of a standing: the player's places in the parts of the board. */
  readonly parts?: readonly PartStanding[];
}

/** The projection of ranks. `unreachable` when it could not be asked in time. */
export abstract class RankStore {
  abstract read(target: BoardTarget, question: RankQuestion): Promise<Result<RankRead, 'unreachable'>>;

  /** Names of the parts of the window that begin like this, in no order; of very many, some. */
  abstract parts(target: BoardTarget, beginning: string): Promise<Result<readonly string[], 'unreachable'>>;
}
