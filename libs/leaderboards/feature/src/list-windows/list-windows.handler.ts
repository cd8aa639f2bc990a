import { type BoardWindowDocument, SEPARATOR } from '@laurel/contracts';
import { type Clock, type DomainError, type Result, WorkspaceClocks, err, nowIn, ok } from '@laurel/kernel';
import { type BoardDefinition, type BoardWindow, boardId, nextWindows, openWindows } from '@laurel/leaderboards-domain';
import { readCursor, writeCursor } from '@laurel/platform-http';
import type { AnnouncedBoards } from '../board-directory/announced-boards.js';
import { boardReadErrors } from '../errors.js';
import type { ClosedWindowPosition, ClosedWindows } from './closed-windows.js';

/** What is asked of the windows of a board. */
export interface ListWindows {
  readonly workspace: string;
  /** Key of the board. */
  readonly key: string;
  readonly limit: number;
  readonly cursor?: string;
  /** How many windows that are still to come are wanted of each definition. */
  readonly preview?: number;
  /** Whether anyone may be asking: with a player token or a publishable key. */
  readonly isPublic?: boolean;
}

/** The windows of a board, as it has them now. */
export interface ListedWindows {
  readonly board: BoardDefinition;
  /** By the clock of the workspace, ms. */
  readonly now: number;
  readonly open: readonly BoardWindow[];
  readonly upcoming: readonly BoardWindow[];
  /** A page of those that have closed. */
  readonly closed: readonly BoardWindowDocument[];
  readonly next: string | null;
}

const READ_FROM_A_SERVER = 'Read it with a secret key, from a server.';
/** End and key of a window. */
const POSITION = new RegExp(`^-?\\d{1,16}${SEPARATOR}.{1,256}$`);

/** Lists the windows of a board: open ones, those that have closed, and the next. */
export class ListWindowsHandler {
  constructor(
    private readonly boards: AnnouncedBoards,
    private readonly closed: ClosedWindows,
    private readonly clock: Clock,
    private readonly clocks: WorkspaceClocks,
  ) {}

  /** Errors: `leaderboards.not_found`, `leaderboards.server_only`, `http.invalid_input` for a cursor of another list. */
  async execute({
    workspace,
    key,
    limit,
    cursor,
    preview = 0,
    isPublic = false,
  }: ListWindows): Promise<Result<ListedWindows, DomainError>> {
    const board = (await this.boards.boardsOf(workspace)).find((each) => each.key === key);
    if (!board) return err(boardReadErrors.boardNotFound('No leaderboard of the released configuration has this key.'));
    if (board.serverOnly && isPublic) return err(boardReadErrors.serverOnly(READ_FROM_A_SERVER));
    const list = `windows of ${boardId(board)}`;
    const from = readCursor(list, workspace, cursor, POSITION);
    if (!from.ok) return from;
    const now = await nowIn(workspace, this.clocks, this.clock);
    // One more than asked for tells whether the list goes on.
    const found = await this.closed.list(workspace, boardId(board), positionOf(from.value?.from), limit + 1);
    const closed = found.slice(0, limit);
    const last = closed.at(-1);
    const begun = openWindows(board, now);
    const ending = begun.flatMap(({ key, closesAt }) => (closesAt === null ? [] : [key]));
    const marked = await this.closed.among(workspace, boardId(board), ending);
    return ok({
      board,
      now,
      // What has closed early, because its schedule was changed, is not open though it would be.
      open: begun.filter((window) => !marked.has(window.key)),
      upcoming: nextWindows(board, now, preview),
      closed,
      next:
        last && found.length > limit
          ? writeCursor(list, workspace, { towards: 'next', from: `${last.end}${SEPARATOR}${last.window}` })
          : null,
    });
  }
}

function positionOf(from: string | undefined): ClosedWindowPosition | undefined {
  if (from === undefined) return undefined;
  const at = from.indexOf(SEPARATOR);
  return { end: Number(from.slice(0, at)), window: from.slice(at + 1) };
}
