import { type BoardWindow, currentWindow, findGroup, findPart, findWindow, isOpen } from '@laurel/leaderboards-domain';
import { boardId, lastWindow, windowName, windowsOf } from '@laurel/leaderboards-domain';
import type { BoardDefinition } from '@laurel/leaderboards-domain';
import { type BoardWindowDocument, joinId, SEPARATOR } from '@laurel/contracts';
import { WorkspaceClocks, err, nowIn, ok, ordinaryTime } from '@laurel/kernel';
import type { Clock, DomainError, Result } from '@laurel/kernel';
import { boardReadErrors } from '../errors.js';
import type { FrozenWindows } from '../frozen/frozen-windows.js';
import type { AnnouncedBoards } from './announced-boards.js';
import type { BoardTarget } from './board-target.js';
import { RecentValues } from '../reading/recent-values.js';

/** A published release is seen this much later at most by those who read, ms. */
const FRESH_MS = 1_000;
/** How long known boards are served while MongoDB does not answer, ms. */
const STALE_MS = 60_000;
const CAPACITY = 10_000;

/** What a reader asks of a board. */
export interface BoardRequest {
  /** Key of a window, or the name of its definition: then the one that now lies in. */
  readonly window?: string | undefined;
  /** A part of the board. */
  readonly segment?: string | undefined;
  /** Whether anyone may be asking: with a player token or a publishable key. */
  readonly isPublic?: boolean;
}

/** Finds boards and windows by the names that readers use. */
export class BoardDirectory {
  private readonly boards: RecentValues<ReadonlyMap<string, BoardDefinition>>;
  private readonly closed: RecentValues<BoardWindowDocument | undefined>;

  /** @param freshMs how much later than published a release may be seen */
  constructor(
    source: AnnouncedBoards,
    frozen: FrozenWindows,
    private readonly clock: Clock,
    private readonly clocks: WorkspaceClocks = ordinaryTime,
    freshMs: number = FRESH_MS,
  ) {
    const load = async (workspace: string): Promise<ReadonlyMap<string, BoardDefinition>> =>
      new Map((await source.boardsOf(workspace)).map((board) => [board.key, board]));
    const loadClosed = async (name: string): Promise<BoardWindowDocument | undefined> => {
      const [workspace = '', id = '', window = ''] = name.split(SEPARATOR);
      return frozen.find(workspace, id, window);
    };
    const options = { freshMs, staleMs: STALE_MS, capacity: CAPACITY };
    this.boards = new RecentValues(load, clock, options);
    this.closed = new RecentValues(loadClosed, clock, options);
  }

  /**
   * @param request without a window, the one that a reader who names none means (`currentWindow`)
   * @returns `leaderboards.not_found`, also for another workspace's board, `leaderboards.server_only`,
   *   `leaderboards.window_not_found` or `leaderboards.segment_not_found`
   */
  async find(workspace: string, key: string, request: BoardRequest = {}): Promise<Result<BoardTarget, DomainError>> {
    const board = (await this.boards.get(workspace)).get(key);
    if (!board) return err(boardReadErrors.boardNotFound('No leaderboard of the released configuration has this key.'));
    if (board.serverOnly && request.isPublic) return err(SERVER_ONLY);
    const target = await this.targetOf(workspace, board, request.window);
    if (!target) return err(boardReadErrors.windowNotFound(windowsHint(board)));
    if (request.segment === undefined) return ok(target);
    const part = findGroup(board, request.segment) ?? findPart(board.splits ?? [], request.segment);
    return part === undefined ? err(boardReadErrors.segmentNotFound(segmentsHint(board))) : ok({ ...target, part });
  }

  /** Every board of a workspace in the windows that a player may now be in: those that run, and the one that is shown. */
  async running(workspace: string): Promise<readonly BoardTarget[]> {
    return this.runningOf(workspace, await this.all(workspace));
  }

  /** The boards of a workspace, in the order of its program. */
  async all(workspace: string): Promise<readonly BoardDefinition[]> {
    return [...(await this.boards.get(workspace)).values()];
  }

  /** By the clock of the workspace, ms. */
  nowIn(workspace: string): Promise<number> {
    return nowIn(workspace, this.clocks, this.clock);
  }

  /** As `running`, of some boards of the workspace. */
  async runningOf(workspace: string, boards: readonly BoardDefinition[]): Promise<readonly BoardTarget[]> {
    const now = await this.nowIn(workspace);
    const targets = boards.flatMap((board) => {
      const windows = new Map(windowsOf(board).flatMap((series) => windowEntry(series.at(now))));
      for (const [name, window] of windowEntry(currentWindow(board, now))) windows.set(name, window);
      return [...windows.values()].map((window) => this.judged(workspace, board, window, now));
    });
    return Promise.all(targets);
  }

  private async targetOf(
    workspace: string,
    board: BoardDefinition,
    name: string | undefined,
  ): Promise<BoardTarget | undefined> {
    const now = await this.nowIn(workspace);
    const window = name === undefined ? currentWindow(board, now) : namedWindow(board, name, now);
    if (window) return this.judged(workspace, board, window, now);
    // One of a schedule that the board had before.
    const kept = name === undefined ? undefined : await this.closed.get(joinId(workspace, boardId(board), name));
    return kept && targetOfKept(workspace, board, kept);
  }

  private async judged(
    workspace: string,
    board: BoardDefinition,
    window: BoardWindow,
    now: number,
  ): Promise<BoardTarget> {
    // What never closes needs no looking for.
    if (window.closesAt === null) return { workspace, board, window };
    // A window that a change of the schedule closed stays closed, also where it would be open by a schedule that came back.
    const kept = await this.closed.get(joinId(workspace, boardId(board), window.key));
    if (kept?.state === 'frozen') return targetOfKept(workspace, board, kept);
    const isClosed = kept !== undefined || !isOpen(window, now);
    return isClosed ? { workspace, board, window, closed: true } : { workspace, board, window };
  }
}

/** What the public is told of a board for servers. */
export const SERVER_ONLY: DomainError = boardReadErrors.serverOnly('Read it with a secret key, from a server.');

const windowEntry = (window: BoardWindow | undefined): (readonly [string, BoardWindow])[] =>
  window ? [[window.key, window]] : [];

/** A window by its key or, for the one that now lies in, by the name of its definition; between two, the next, and the last when none comes. */
function namedWindow(board: BoardDefinition, name: string, now: number): BoardWindow | undefined {
  const series = windowsOf(board).find((each) => each.name === name);
  return findWindow(board, name) ?? series?.at(now) ?? series?.from(now) ?? (series && lastWindow(series));
}

/** What was written down when a window closed counts, whatever the board's definition has become since. */
export function targetOfKept(workspace: string, board: BoardDefinition, kept: BoardWindowDocument): BoardTarget {
  const { window: key, name, timeZone, start, end, closesAt, state } = kept;
  const window: BoardWindow = { key, name, timeZone, start, end, closesAt };
  return { workspace, board, window, closed: true, ...(state === 'frozen' ? { frozen: kept } : {}) };
}

const windowsHint = (board: BoardDefinition): string =>
  `The windows of this leaderboard are: ${board.windows.map(windowName).join(', ') || 'none'}.`;

function segmentsHint({ splits = [], league }: BoardDefinition): string {
  const forms = splits.map((split) =>
    'segment' in split ? split.key : [split.key, ...split.attributes.map((key) => `<${key}>`)].join(':'),
  );
  const groups = league ? [league.band ? 'league:<tier>:<band>:<group>' : 'league:<tier>:<group>'] : [];
  return `The segments of this leaderboard are: ${[...forms, ...groups].join(', ') || 'none'}.`;
}
