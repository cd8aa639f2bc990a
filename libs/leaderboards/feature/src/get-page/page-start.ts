import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { boardReadErrors } from '../errors.js';
import type { PageStart } from '../reading/rank-store.js';
import { decodeCursor } from './page-cursor.js';

/**
 * Where a page of a list begins.
 *
 * @param list `listName`
 * @returns `leaderboards.invalid_cursor` for a cursor of another list
 */
export function startOf(list: string, cursor: string | undefined): Result<PageStart, DomainError> {
  if (cursor === undefined) return ok({ kind: 'first' });
  const decoded = decodeCursor(list, cursor);
  return decoded.ok ? decoded : err(boardReadErrors.invalidCursor(HINT));
}

const HINT = 'Use a cursor as given, with the leaderboard, window, segment and range that gave it.';
