import { type BoardWindow, currentWindow, findWindow, windowName, windowsOf } from '@laurel/leaderboards-domain';
import type { BoardDefinition } from '@laurel/leaderboards-domain';
import { WorkspaceClocks, err, nowIn, ok, ordinaryTime } from '@laurel/kernel';
import type { Clock, DomainError, Result } from '@laurel/kernel';
import { boardReadErrors } from '../errors.js';
import type { AnnouncedBoards } from './announced-boards.js';
import type { BoardTarget } from './board-target.js';
import { RecentValues } from '../reading/recent-values.js';

/** A published release is seen this much later at most, ms. */
const FRESH_MS = 1_000;
/** How long known boards are served while MongoDB does not answer, ms. */
const STALE_MS = 60_000;
const CAPACITY = 10_000;

/** Finds boards and windows by the names that readers use. */
export class BoardDirectory {
  private readonly boards: RecentValues<ReadonlyMap<string, BoardDefinition>>;

  constructor(
    source: AnnouncedBoards,
    private readonly clock: Clock,
    private readonly clocks: WorkspaceClocks = ordinaryTime,
  ) {
    const load = async (workspace: string): Promise<ReadonlyMap<string, BoardDefinition>> =>
      new Map((await source.boardsOf(workspace)).map((board) => [board.key, board]));
    this.boards = new RecentValues(load, clock, { freshMs: FRESH_MS, staleMs: STALE_MS, capacity: CAPACITY });
  }

  /**
   * @param window key of a window; without one, the window that a reader who names none means (`currentWindow`)
   * @returns `leaderboards.not_found`, also for another workspace's board, or `leaderboards.window_not_found`
   */
  async find(workspace: string, key: string, window: string | undefined): Promise<Result<BoardTarget, DomainError>> {
    const board = (await this.boards.get(workspace)).get(key);
    if (!board) return err(boardReadErrors.boardNotFound('No leaderboard of the released configuration has this key.'));
    const now = await nowIn(workspace, this.clocks, this.clock);
    const wanted = window === undefined ? currentWindow(board, now) : namedWindow(board, window, now);
    if (!wanted) {
      const keys = board.windows.map(windowName).join(', ');
      return err(boardReadErrors.windowNotFound(`The windows of this leaderboard are: ${keys || 'none'}.`));
    }
    return ok({ workspace, board, window: wanted });
  }
}

/** A window by its key or, for the one that now lies in, by the name of its definition. */
function namedWindow(board: BoardDefinition, name: string, now: number): BoardWindow | undefined {
  return (
    findWindow(board, name) ??
    windowsOf(board)
      .find((series) => series.name === name)
      ?.at(now)
  );
}
