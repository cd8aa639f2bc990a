import { hash } from 'node:crypto';
import { err, ok } from '@laurel/kernel';
import type { Result } from '@laurel/kernel';
import { boardId, boardLayout } from '@laurel/leaderboards-domain';
import { joinId } from '@laurel/contracts';
import type { BoardTarget } from '../board-directory/board-target.js';
import type { PageStart, SortKey } from '../reading/rank-store.js';

/** Where a further page begins. */
export type PageCursor = Extract<PageStart, { kind: 'after' | 'before' }>;

/** Bytes of SHA-256 in front of the content. */
const SEAL_BYTES = 9;
const LONGEST_CURSOR = 2_048;
const SCORE = /^(-?\d{1,16}|[+-]inf)$/;

/**
 * Writes a cursor: a row's sort key, sealed with the list it belongs to. The seal is a plain hash, no secret: it makes a
 * cursor of another list or a damaged one an error instead of a wrong page. Who forges one sees rows that they may read.
 *
 * @param list `listName`
 */
export function encodeCursor(list: string, { kind, key }: PageCursor): string {
  const content = Buffer.from(JSON.stringify([kind, key.score, key.member]), 'utf8');
  return Buffer.concat([seal(list, content), content]).toString('base64url');
}

/** Reads a cursor of this list; `refused` for anything else. */
export function decodeCursor(list: string, cursor: string): Result<PageCursor, 'refused'> {
  const bytes = cursor.length <= LONGEST_CURSOR ? Buffer.from(cursor, 'base64url') : Buffer.alloc(0);
  const content = bytes.subarray(SEAL_BYTES);
  // The decoder skips characters that are not base64url, so the text must also be the one that we would write.
  const isOurs = bytes.toString('base64url') === cursor && seal(list, content).equals(bytes.subarray(0, SEAL_BYTES));
  return isOurs ? parseContent(content.toString('utf8')) : err('refused');
}

/**
 * Of a list, not of its key alone: a board whose rows are written in another way is another list, and so is a window that has been
 * frozen since.
 *
 * @param what of the board is paged, if not all of it
 */
export function listName({ workspace, board, window, part = '', frozen }: BoardTarget, what = 'page'): string {
  const rows = frozen ? 'frozen' : boardLayout(board);
  return joinId(what, workspace, boardId(board), rows, window.key, part);
}

function seal(list: string, content: Buffer): Buffer {
  const bytes = Buffer.concat([Buffer.from(joinId(list, ''), 'utf8'), content]);
  return hash('sha256', bytes, 'buffer').subarray(0, SEAL_BYTES);
}

function parseContent(text: string): Result<PageCursor, 'refused'> {
  const content = parseJson(text);
  if (!Array.isArray(content) || content.length !== 3) return err('refused');
  const [kind, score, member] = content as readonly unknown[];
  if (kind !== 'after' && kind !== 'before') return err('refused');
  if (typeof score !== 'string' || !SCORE.test(score) || typeof member !== 'string') return err('refused');
  return ok({ kind, key: { score, member } satisfies SortKey });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
