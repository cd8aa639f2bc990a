import {
  BARRIERS_COLLECTION,
  BOARD_SCHEDULES_COLLECTION,
  BOARD_WINDOWS_COLLECTION,
  type BarrierDocument,
  type BoardScheduleDocument,
  type BoardWindowDocument,
  EVENTS_PARTITIONS,
  RELEASES_COLLECTION,
  type ReleaseDocument,
  WORKSPACE_SCHEDULES_COLLECTION,
  type WorkspaceScheduleDocument,
  barrierNoteId,
  boardScheduleId,
  releaseDocumentId,
} from '@laurel/contracts';
import type { BoardDefinition } from '@laurel/leaderboards-domain';
import type { ReleasedProgram } from '@laurel/releases-domain';
import { type Collection, type Db, type Filter, MongoBulkWriteError } from 'mongodb';

/** What of a release says how its boards close. */
export interface ReleasedBoards {
  readonly workspace: string;
  readonly release: number;
  /** By the clock of the workspace, ms. */
  readonly publishedAt: number;
  readonly boards: readonly BoardDefinition[];
}

/** Announced releases of a workspace that are looked at in one query: programs are large. */
const RELEASES_AT_A_TIME = 10;
const DUPLICATE_KEY = 11_000;

type StoredRelease = ReleaseDocument<Pick<ReleasedProgram, 'leaderboards'>>;

/**
 * Schedules, windows and the notes of barriers. Every change demands what it was decided on: of two instances that close the same
 * windows, the second one changes nothing.
 */
export class ClosingStore {
  private readonly releases: Collection<StoredRelease>;
  private readonly schedules: Collection<BoardScheduleDocument>;
  private readonly workspaces: Collection<WorkspaceScheduleDocument>;
  private readonly windows: Collection<BoardWindowDocument>;
  private readonly barriers: Collection<BarrierDocument>;

  constructor(db: Db) {
    this.releases = db.collection<StoredRelease>(RELEASES_COLLECTION);
    this.schedules = db.collection<BoardScheduleDocument>(BOARD_SCHEDULES_COLLECTION);
    this.workspaces = db.collection<WorkspaceScheduleDocument>(WORKSPACE_SCHEDULES_COLLECTION);
    this.windows = db.collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION);
    this.barriers = db.collection<BarrierDocument>(BARRIERS_COLLECTION);
  }

  /** Workspaces with a release that was announced since a time (ms), and when the latest of all was. */
  async announcedSince(since: number): Promise<{ readonly workspaces: readonly string[]; readonly latest: number }> {
    const found = await this.releases
      .aggregate<{ _id: string; latest: number }>([
        { $match: { announcedAt: { $gte: since } } },
        { $group: { _id: '$workspace', latest: { $max: '$announcedAt' } } },
      ])
      .toArray();
    const latest = Math.max(since, ...found.map((each) => each.latest));
    return { workspaces: found.map(({ _id }) => _id), latest };
  }

  /** Releases of a workspace that were announced and that its schedules are not of yet, in order. */
  async releasesAfter(workspace: string, release: number): Promise<ReleasedBoards[]> {
    const found = await this.releases
      .find({ workspace, release: { $gt: release } }, { projection: RELEASE_FIELDS })
      .sort({ release: 1 })
      .limit(RELEASES_AT_A_TIME)
      .toArray();
    const waiting = found.findIndex(({ announcedAt }) => announcedAt === null);
    return found.slice(0, waiting < 0 ? found.length : waiting).map(boardsOf);
  }

  async release(workspace: string, release: number): Promise<ReleasedBoards | undefined> {
    const found = await this.releases.findOne(
      { _id: releaseDocumentId(workspace, release) },
      { projection: RELEASE_FIELDS },
    );
    return found ? boardsOf(found) : undefined;
  }

  /** 0 before the first. */
  async releaseOf(workspace: string): Promise<number> {
    return (await this.workspaces.findOne({ _id: workspace }))?.release ?? 0;
  }

  /** The schedules of a workspace are of `to` now; nothing where they are of another one than `from`. */
  async moveRelease(workspace: string, from: number, to: number): Promise<void> {
    const filter = { _id: workspace, release: from };
    if (from > 0) await this.workspaces.updateOne(filter, { $set: { release: to } });
    else await ignoringDuplicates(() => this.workspaces.insertOne({ _id: workspace, release: to }));
  }

  schedulesOf(workspace: string): Promise<BoardScheduleDocument[]> {
    return this.schedules.find({ workspace }).toArray();
  }

  /** Of the series of a window. */
  scheduleOf({ workspace, board, name }: BoardWindowDocument): Promise<BoardScheduleDocument | null> {
    return this.schedules.findOne({ _id: boardScheduleId(workspace, board, name) });
  }

  /** Those of which a window closes by `now`, the longest due first. */
  due(which: Filter<BoardScheduleDocument>, now: number, limit: number): Promise<BoardScheduleDocument[]> {
    return this.schedules
      .find({ ...which, dueAt: { $ne: null, $lte: now } })
      .sort({ dueAt: 1 })
      .limit(limit)
      .toArray();
  }

  /** Those of a workspace that were closed to later than a time (ms), and go on. */
  closedBeyond(workspace: string, time: number): Promise<BoardScheduleDocument[]> {
    return this.schedules.find({ workspace, closedTo: { $gt: time }, dueAt: { $ne: null } }).toArray();
  }

  /** As if nothing of the series had been closed. */
  async rewind(
    { _id, release, closedTo }: BoardScheduleDocument,
    to: Pick<BoardScheduleDocument, 'closedTo' | 'dueAt'>,
  ): Promise<void> {
    await this.schedules.updateOne({ _id, release, closedTo }, { $set: to, $unset: { frozenTo: '' } });
  }

  async addSchedules(schedules: readonly BoardScheduleDocument[]): Promise<void> {
    if (schedules.length === 0) return;
    await ignoringDuplicates(() => this.schedules.insertMany([...schedules], { ordered: false }));
  }

  /** Each where it still is as it was read. */
  async moveSchedules(
    moves: readonly { readonly from: BoardScheduleDocument; readonly to: Partial<BoardScheduleDocument> }[],
  ): Promise<void> {
    if (moves.length === 0) return;
    const writes = moves.map(({ from: { _id, release, closedTo, dueAt }, to }) => ({
      updateOne: { filter: { _id, release, closedTo, dueAt }, update: { $set: to } },
    }));
    await this.schedules.bulkWrite(writes, { ordered: false });
  }

  async noteFrozen({ _id }: BoardScheduleDocument, frozenTo: number): Promise<void> {
    await this.schedules.updateOne({ _id }, { $max: { frozenTo } });
  }

  /** Marks windows as closed. One that was marked before stays as it is. */
  async mark(windows: readonly BoardWindowDocument[]): Promise<void> {
    if (windows.length === 0) return;
    await ignoringDuplicates(() => this.windows.insertMany([...windows], { ordered: false }));
  }

  /** Windows that have closed and are not settled, the longest closed first. */
  pending(limit: number): Promise<BoardWindowDocument[]> {
    return this.windows.find({ pending: true }).sort({ closesAt: 1 }).limit(limit).toArray();
  }

  /** Windows of a workspace that have closed and are not settled: how many, counted up to a limit. */
  pendingOf(workspace: string, limit: number): Promise<number> {
    return this.windows.countDocuments({ pending: true, workspace }, { limit });
  }

  /** A window as it is now. */
  async again({ _id }: BoardWindowDocument): Promise<BoardWindowDocument | undefined> {
    return (await this.windows.findOne({ _id })) ?? undefined;
  }

  /** Whether a window of the same series is not settled that begins before this one. */
  async hasEarlier({ workspace, board, name, start }: BoardWindowDocument): Promise<boolean> {
    const earlier = { pending: true, workspace, board, name, start: { $lt: start } } as const;
    return (await this.windows.findOne(earlier, { projection: { _id: 1 } })) !== null;
  }

  /** The earliest of a series that is not frozen. */
  firstClosing({ workspace, board, series }: BoardScheduleDocument): Promise<BoardWindowDocument | null> {
    return this.windows.findOne(
      { pending: true, state: 'closing', workspace, board, name: series },
      { sort: { start: 1 } },
    );
  }

  /** Another barrier for a window that the one it had does not certify. */
  async changeBarrier({ _id, barrier }: BoardWindowDocument, next: string): Promise<void> {
    await this.windows.updateOne({ _id, barrier, state: 'closing' }, { $set: { barrier: next } });
  }

  async settle({ _id }: BoardWindowDocument, settledAt: number): Promise<void> {
    await this.windows.updateOne({ _id, state: 'frozen' }, { $set: { settledAt }, $unset: { pending: '' } });
  }

  /** By barrier: the partitions that have come to it, with what they have noted. */
  async notesOf(barriers: readonly string[]): Promise<Map<string, readonly BarrierDocument[]>> {
    const ids = barriers.flatMap((barrier) =>
      Array.from({ length: EVENTS_PARTITIONS }, (_, partition) => barrierNoteId(barrier, partition)),
    );
    const notes = await this.barriers.find({ _id: { $in: ids } }).toArray();
    return new Map(barriers.map((barrier) => [barrier, notes.filter((note) => note.barrier === barrier)]));
  }
}

const RELEASE_FIELDS = {
  workspace: 1,
  release: 1,
  publishedAt: 1,
  publishedAtThere: 1,
  announcedAt: 1,
  'program.leaderboards': 1,
} as const;

const boardsOf = ({ workspace, release, publishedAt, publishedAtThere, program }: StoredRelease): ReleasedBoards => ({
  workspace,
  release,
  publishedAt: publishedAtThere ?? publishedAt,
  boards: program.leaderboards,
});

/** Another instance was quicker with some: theirs stand. */
async function ignoringDuplicates(insert: () => Promise<unknown>): Promise<void> {
  try {
    await insert();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}

function isDuplicate(error: unknown): boolean {
  if (error instanceof MongoBulkWriteError) {
    const errors = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
    return errors.every(({ code }) => code === DUPLICATE_KEY);
  }
  return (error as { readonly code?: unknown }).code === DUPLICATE_KEY;
}
