/** Where a page of a list begins. */
export interface PageStart {
  /** Undefined of the first. */
  readonly cursor: string | undefined;
  /** Rows before it. */
  readonly first: number;
}

/** What is known of a list that is read page by page: enough to come back to any page without what it held. */
export interface PageOutline {
  /** Of the pages that were read, and of the one behind them. */
  readonly starts: readonly PageStart[];
  /** Rows as far as is known. */
  readonly count: number;
  /** Whether those are all. */
  readonly isWhole: boolean;
}

export const UNREAD: PageOutline = { starts: [{ cursor: undefined, first: 0 }], count: 0, isWhole: false };

/** Rows, from 0, both included. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

/**
 * With what a page told: how many rows it has, and where the next one begins. If that is another place than before, rows have come
 * or gone: what lies behind is read anew, and the rows in sight keep their room until then.
 *
 * @param sight index of the last row in sight
 */
export function withPage(
  outline: PageOutline,
  page: number,
  { rows, next }: { readonly rows: number; readonly next: string | null },
  sight: number,
): PageOutline {
  const start = outline.starts[page];
  if (!start) return outline;
  const end = start.first + rows;
  const starts = outline.starts.slice(0, page + 1);
  if (next === null) {
    const isSame = outline.isWhole && outline.count === end && outline.starts.length === starts.length;
    return isSame ? outline : { starts, count: end, isWhole: true };
  }
  const known = outline.starts[page + 1];
  if (known?.cursor === next && known.first === end) return outline;
  const count = Math.max(end, Math.min(outline.count, sight + 1));
  return { starts: [...starts, { cursor: next, first: end }], count, isWhole: false };
}

/** Rows beyond those in sight that are read ahead. */
const AHEAD = 50;

/** Pages whose rows are in sight or almost. */
export function pagesInSight({ starts }: PageOutline, { first, last }: RowRange): readonly number[] {
  return starts.flatMap((start, page) => {
    const ends = starts[page + 1]?.first ?? Infinity;
    return start.first <= last + AHEAD && ends > first - AHEAD ? [page] : [];
  });
}
