import type { StandingRow } from '@laurel/sdk';
import type { Rows } from '../../../ui/index.js';

/** Rows of one page. */
export const PAGE_ROWS = 100;
/** Rows that can be scrolled to: browsers have no room for more. Later ones are found by their players. */
export const MOST_ROWS = 800_000;
/** Rows beyond those in sight that are read ahead. */
const AHEAD = 50;

/** Rows that were read from a place of a board on. */
export interface PlacedRows {
  /** Rows before them. */
  readonly first: number;
  readonly entries: readonly StandingRow[];
}

/**
 * Every row of a board by its place: the live ones, and behind them what pages had there. Who has come among the live ones since a
 * page was read is there alone; its place is empty until the page is read again.
 */
export function boardRows(
  live: readonly StandingRow[],
  pages: readonly PlacedRows[],
  length: number,
): Rows<StandingRow> {
  const isLive = new Set(live.map(({ playerId }) => playerId));
  return {
    length: Math.min(MOST_ROWS, Math.max(live.length, length)),
    at: (index) => {
      if (index < live.length) return live[index];
      const page = pages.find(({ first, entries }) => index >= first && index < first + entries.length);
      const row = page?.entries[index - page.first];
      return row && !isLive.has(row.playerId) ? row : undefined;
    },
  };
}

/** Numbers of the pages that rows in sight are on, or almost, without those that are live. */
export function pagesBehind(
  live: number,
  total: number | undefined,
  { first, last }: { readonly first: number; readonly last: number },
): readonly number[] {
  const from = Math.max(live, first - AHEAD);
  const to = Math.min(total ?? Infinity, last + AHEAD + 1);
  const pages: number[] = [];
  for (let page = Math.floor(from / PAGE_ROWS); page * PAGE_ROWS < to && from < to; page += 1) pages.push(page);
  return pages;
}
