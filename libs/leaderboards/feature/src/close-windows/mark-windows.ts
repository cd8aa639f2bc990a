import { randomUUID } from 'node:crypto';
import {
  type BoardScheduleDocument,
  type BoardWindowDocument,
  type WindowEnding,
  boardWindowId,
} from '@laurel/contracts';
import type { Clock } from '@laurel/kernel';
import { type BoardDefinition, type WindowSeries, windowsOf } from '@laurel/leaderboards-domain';
import type { ClosingStore } from './closing-store.mongo.js';
import { type Due, type EndingWindow, dueWindows, firstClosedTo } from './due-windows.js';
import type { ClosingSteps } from './ports.js';
import type { ReleaseBoards } from './release-boards.js';

/** Schedules looked at, and windows marked, in one go. */
const AT_A_TIME = 1_000;

/** A release may have been published by a clock that was ahead of this one by less, ms. */
const CLOCKS_APART_MS = 600_000;

/** Whose windows are looked for, and by which time (ms). */
export interface DueScope {
  readonly now: number;
  readonly workspace: string | { readonly $nin: readonly string[] };
}

/** A window that has ended, with what says so. */
export interface Ended {
  readonly schedule: Pick<BoardScheduleDocument, 'workspace' | 'board'>;
  readonly window: EndingWindow;
  readonly ending: WindowEnding;
  readonly release: number;
}

/** Finds the windows that are over and marks them as closed: their bounds stand from then on. */
export class MarkWindows {
  constructor(
    private readonly store: ClosingStore,
    private readonly releases: ReleaseBoards,
    private readonly steps: ClosingSteps,
    private readonly clock: Clock,
  ) {}

  /**
   * Marks what is due, a bounded number at a time. First the windows, then how far their series are: what dies in between marks them
   * again, which changes nothing.
   *
   * @returns whether there may be more
   */
  async markDue({ now, workspace }: DueScope): Promise<boolean> {
    const schedules = await this.store.due({ workspace }, now, AT_A_TIME);
    if (schedules.length === 0) return false;
    const ended: Ended[] = [];
    const moves: Parameters<ClosingStore['moveSchedules']>[0][number][] = [];
    for (const schedule of schedules) {
      const limit = AT_A_TIME - ended.length;
      if (limit <= 0) break;
      const due = await this.dueOf(schedule, now, limit);
      const { release } = schedule;
      ended.push(...due.windows.map((window): Ended => ({ schedule, window, ending: 'ended', release })));
      moves.push({ from: schedule, to: { closedTo: due.closedTo, dueAt: due.dueAt } });
    }
    await this.mark(ended);
    await this.store.moveSchedules(moves);
    return true;
  }

  /**
   * Begins the schedules of a workspace anew whose clock was set back, as it can be before the first event: what they had passed over is
   * yet to come.
   *
   * @param now by the clock of the workspace, ms
   */
  async rewind(workspace: string, now: number): Promise<void> {
    for (const schedule of await this.store.closedBeyond(workspace, now + CLOCKS_APART_MS)) {
      const board = await this.releases.board(workspace, schedule.release, schedule.board);
      const series = board && seriesOf(board, schedule);
      if (!series) continue;
      const closedTo = firstClosedTo(board, now);
      const { dueAt } = dueWindows(series, closedTo, Number.NEGATIVE_INFINITY);
      await this.store.rewind(schedule, { closedTo, dueAt });
    }
  }

  /** Marks windows, under one barrier. */
  async mark(ended: readonly Ended[]): Promise<void> {
    if (ended.length === 0) return;
    const barrier = randomUUID();
    const markedAt = this.clock.now();
    await this.store.mark(ended.map((each) => documentOf(each, barrier, markedAt)));
    this.steps.reach('marked');
  }

  private async dueOf(schedule: BoardScheduleDocument, now: number, limit: number): Promise<Due> {
    const board = await this.releases.board(schedule.workspace, schedule.release, schedule.board);
    const series = board && seriesOf(board, schedule);
    return series ? dueWindows(series, schedule.closedTo, now, limit) : nothingDue(schedule);
  }
}

const seriesOf = (board: BoardDefinition, { series }: BoardScheduleDocument): WindowSeries | undefined =>
  windowsOf(board).find(({ name }) => name === series);

/** The series is none of its release's any more. */
const nothingDue = ({ closedTo }: BoardScheduleDocument): Due => ({
  windows: [],
  closedTo,
  dueAt: null,
});

function documentOf(
  { schedule: { workspace, board }, window, ending, release }: Ended,
  barrier: string,
  markedAt: number,
): BoardWindowDocument {
  const { key, name, timeZone, start, end, closesAt } = window;
  return {
    _id: boardWindowId(workspace, board, key),
    ...{ workspace, board, window: key, name, timeZone, start, end, closesAt, ending, release },
    ...{ state: 'closing', barrier, markedAt, pending: true },
  };
}
