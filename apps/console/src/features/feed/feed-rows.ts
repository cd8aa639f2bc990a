import type { FeedBatch, FeedEntry } from '@laurel/sdk';

/** What the page shows of the feed. */
export interface FeedRows {
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
  /** Came while it was paused; newest first. */
  readonly held: readonly FeedEntry[];
  /** Outcomes that agreed with the filter and were not sent. */
  readonly skipped: number;
  readonly isPaused: boolean;
}

/** More is a search in the events. */
export const KEPT_ROWS = 1_000;

export const NO_ROWS: FeedRows = { entries: [], held: [], skipped: 0, isPaused: false };

/** One decision of an event: what failed may be decided again. */
export const rowId = ({ eventId, playerId, decidedAt }: FeedEntry): string => `${playerId} ${eventId} ${decidedAt}`;

/** With what came, above what was there; what comes again after an interruption is there once. */
export function withBatch(rows: FeedRows, { outcomes, skipped }: Pick<FeedBatch, 'outcomes' | 'skipped'>): FeedRows {
  const known = new Set([...rows.entries, ...rows.held].map(rowId));
  const fresh = outcomes.filter((entry) => !known.has(rowId(entry))).reverse();
  const counted = { ...rows, skipped: rows.skipped + skipped };
  return rows.isPaused
    ? { ...counted, held: newest(fresh, rows.held) }
    : { ...counted, entries: newest(fresh, rows.entries) };
}

/** Stands still from now on, or goes on with what came meanwhile. */
export const paused = (rows: FeedRows, isPaused: boolean): FeedRows =>
  isPaused ? { ...rows, isPaused } : { ...rows, isPaused, held: [], entries: newest(rows.held, rows.entries) };

const newest = (above: readonly FeedEntry[], below: readonly FeedEntry[]): readonly FeedEntry[] =>
  above.length === 0 ? below : [...above, ...below].slice(0, KEPT_ROWS);
