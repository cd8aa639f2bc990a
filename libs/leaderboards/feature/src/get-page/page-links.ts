import type { PageStart, RankRead, SortKey } from '../reading/rank-store.js';
import type { PageCursor } from './page-cursor.js';

/** Cursors to the pages before and after; null at the ends of the list. */
export interface PageLinks {
  readonly next: PageCursor | null;
  readonly prev: PageCursor | null;
}

const BEFORE_EVERY_ROW: SortKey = { score: '-inf', member: '' };
const AFTER_EVERY_ROW: SortKey = { score: '+inf', member: '' };

/**
 * Links by the sort keys of the page's own edges, so that a row which did not move is neither skipped nor shown twice. A page
 * that came out empty, because all rows behind the cursor have gone, links back to what is left.
 */
export function linksOf(start: PageStart, { edges, rows, ...read }: RankRead): PageLinks {
  const [offset, total] = read.span ? [read.offset - read.span.offset, read.span.count] : [read.offset, read.total];
  if (!edges) {
    const isPastRows = total > 0 && start.kind !== 'first';
    return {
      next: isPastRows && start.kind === 'before' ? { kind: 'after', key: BEFORE_EVERY_ROW } : null,
      prev: isPastRows && start.kind !== 'before' ? { kind: 'before', key: AFTER_EVERY_ROW } : null,
    };
  }
  return {
    next: offset + rows.length < total ? { kind: 'after', key: edges.last } : null,
    prev: offset > 0 ? { kind: 'before', key: edges.first } : null,
  };
}
