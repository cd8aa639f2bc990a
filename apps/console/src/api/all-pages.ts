import type { Page } from './use-pages.js';

/** The most that a page may have. */
const LARGEST_PAGE = 100;
const MOST_PAGES = 10;

/** All that a list has, page by page: for lists that are needed as a whole, and are short. It stops at ten pages. */
export async function allPages<Row>(load: (cursor: string | undefined) => Promise<Page<Row>>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const { entries, next } = await load(cursor);
    rows.push(...entries);
    if (next === null) break;
    cursor = next;
  }
  return rows;
}

/** What a list is asked for, so that there are few pages. */
export const pageAt = (cursor: string | undefined) => ({ limit: LARGEST_PAGE, cursor });
