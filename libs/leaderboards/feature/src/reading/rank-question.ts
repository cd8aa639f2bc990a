import type { PageStart } from './rank-store.js';

/** Rows of a window that lie together. */
export type RankSpan =
  /** Whose ranks are within, both included, from 1. */
  | { readonly kind: 'ranks'; readonly from: number; readonly to: number }
  /** Whose scores are within, both included. */
  | { readonly kind: 'scores'; readonly min: number; readonly max: number }
  /** The best of them, in percent of all: at least one, and all who share the last one's rank. */
  | { readonly kind: 'top'; readonly percent: number };

/** What can be asked of the ranks of a window. */
export type RankQuestion =
  | { readonly kind: 'page'; readonly start: PageStart; readonly limit: number }
  /** `limit` rows with the player in the middle, or at an edge as near to it as can be; no rows for an absent player. */
  | { readonly kind: 'around'; readonly playerId: string; readonly limit: number }
  /** The same around the first row whose score is not better than this one; at the end if there is none. */
  | { readonly kind: 'around_score'; readonly score: number; readonly limit: number }
  | { readonly kind: 'span'; readonly span: RankSpan; readonly start: PageStart; readonly limit: number }
  /** The rows of these players, in rank order, without those who are absent. */
  | { readonly kind: 'players'; readonly playerIds: readonly string[] }
  /** For each, the last row before which no more than the rest of the board stands: of 20 rows, 5 percent is the last. */
  | { readonly kind: 'percentiles'; readonly percents: readonly number[] }
  /** One player's row, with its places in the parts of the board. */
  | { readonly kind: 'standing'; readonly playerId: string };

/** A millionth of all: what percentages are counted in, so that those with decimals are exact. */
const MILLION = 1_000_000;

/** @param percent 0 to 100, with four decimals at most */
export const toMillionths = (percent: number): number => Math.round((percent * MILLION) / 100);

/** Rows that the best so many percent are: at least one, if there are any. */
export const topCount = (total: number, percent: number): number =>
  total === 0 ? 0 : Math.max(1, Math.ceil((total * toMillionths(percent)) / MILLION));

/** Index of the row that stands at a percentile; `total` is at least 1. */
export const percentileIndex = (total: number, percent: number): number =>
  Math.min(total - 1, Math.floor((total * (MILLION - toMillionths(percent))) / MILLION));
