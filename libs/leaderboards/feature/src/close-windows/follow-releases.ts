import { type BoardScheduleDocument, boardScheduleId } from '@laurel/contracts';
import type { Log } from '@laurel/kernel';
import { type BoardDefinition, type WindowSeries, boardId, windowsOf } from '@laurel/leaderboards-domain';
import type { ClosingStore, ReleasedBoards } from './closing-store.mongo.js';
import { dueWindows, firstClosedTo, openWindows } from './due-windows.js';
import type { Ended, MarkWindows } from './mark-windows.js';
import type { ReleaseBoards } from './release-boards.js';

/** Announcements of other gateways may carry a time of a clock that is behind: they are looked for again for so long, ms. */
const CLOCKS_APART_MS = 600_000;

/** A series of a release, with its board. */
interface Scheduled {
  readonly board: BoardDefinition;
  readonly series: WindowSeries;
}

/**
 * Keeps a schedule for each series of each workspace's announced releases, in their order: as one comes into force, what it has no more
 * closes with its running window, and what is new in it begins.
 */
export class FollowReleases {
  private since = 0;

  constructor(
    private readonly store: ClosingStore,
    private readonly releases: ReleaseBoards,
    private readonly marking: MarkWindows,
    private readonly log: Log,
  ) {}

  async follow(): Promise<void> {
    const { workspaces, latest } = await this.store.announcedSince(this.since);
    let isAllDone = true;
    for (const workspace of workspaces) {
      try {
        await this.adoptAll(workspace);
      } catch (error) {
        // The windows of others close nevertheless.
        this.log.warn({ workspace, err: error }, 'windows.release_not_followed');
        isAllDone = false;
      }
    }
    // Who was left behind is looked for again.
    if (isAllDone) this.since = Math.max(this.since, latest - CLOCKS_APART_MS);
  }

  private async adoptAll(workspace: string): Promise<void> {
    for (;;) {
      const some = await this.store.releasesAfter(workspace, await this.store.releaseOf(workspace));
      if (some.length === 0) return;
      for (const released of some) await this.adopt(released);
    }
  }

  private async adopt(next: ReleasedBoards): Promise<void> {
    const { workspace, release, publishedAt } = next;
    const before = await this.store.releaseOf(workspace);
    if (before >= release) return;
    // What had ended by then ended as the releases before it said.
    while (await this.marking.markDue({ workspace, now: publishedAt }));
    const series = seriesOf(next);
    const known = (await this.store.schedulesOf(workspace)).filter((schedule) => schedule.release < release);
    const ended: Ended[] = [];
    const moves: Parameters<ClosingStore['moveSchedules']>[0][number][] = [];
    for (const from of known) {
      const changed = await this.changed(from, series.get(from._id), next);
      ended.push(...changed.ended);
      moves.push({ from, to: changed.to });
    }
    await this.marking.mark(ended);
    await this.store.moveSchedules(moves);
    const old = new Set(known.map(({ _id }) => _id));
    const added = [...series].filter(([id]) => !old.has(id));
    await this.store.addSchedules(added.map(([_id, scheduled]) => begun(_id, scheduled, next)));
    await this.store.moveRelease(workspace, before, release);
  }

  /** A running window goes on where the release has one of its key still, with the bounds that it gives it. */
  private async changed(
    schedule: BoardScheduleDocument,
    scheduled: Scheduled | undefined,
    { workspace, release, publishedAt }: ReleasedBoards,
  ): Promise<{ readonly ended: readonly Ended[]; readonly to: Partial<BoardScheduleDocument> }> {
    const released = await this.releases.get(workspace, schedule.release);
    const before = released && seriesOf(released).get(schedule._id)?.series;
    const open = before ? openWindows(before, schedule.closedTo, publishedAt) : [];
    const gone = open.filter(({ key }) => !scheduled?.series.find(key));
    const ended = gone.map((window): Ended => ({
      schedule,
      window: { ...window, end: Math.min(window.end, publishedAt), closesAt: publishedAt },
      ending: 'schedule_changed',
      release: schedule.release,
    }));
    if (!scheduled) return { ended, to: { release, closedTo: publishedAt, dueAt: null } };
    const isNew = !before || (open.length > 0 && gone.length === open.length);
    const closedTo = isNew ? publishedAt : schedule.closedTo;
    return { ended, to: { release, closedTo, dueAt: nextDue(scheduled.series, closedTo) } };
  }
}

const begun = (
  _id: string,
  { board, series }: Scheduled,
  { workspace, release, publishedAt }: ReleasedBoards,
): BoardScheduleDocument => {
  const closedTo = firstClosedTo(board, publishedAt);
  const dueAt = nextDue(series, closedTo);
  return { _id, workspace, board: boardId(board), series: series.name, release, closedTo, dueAt };
};

const nextDue = (series: WindowSeries, closedTo: number): number | null =>
  dueWindows(series, closedTo, Number.NEGATIVE_INFINITY).dueAt;

/** By the id of its schedule. All time never ends, so nothing is to be known of it. */
function seriesOf({ workspace, boards }: ReleasedBoards): Map<string, Scheduled> {
  const scheduled = new Map<string, Scheduled>();
  for (const board of boards) {
    for (const series of windowsOf(board)) {
      if (series.definition.kind === 'all') continue;
      scheduled.set(boardScheduleId(workspace, boardId(board), series.name), { board, series });
    }
  }
  return scheduled;
}
