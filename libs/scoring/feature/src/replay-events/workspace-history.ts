import {
  CHECKPOINTS_COLLECTION,
  type CheckpointDocument,
  EVENTS_PARTITIONS,
  type EventRecord,
  PLAYERS_COLLECTION,
  type PlayerDocument,
  playerDocumentId,
} from '@laurel/contracts';
import {
  EVENT_PAGES_COLLECTION,
  EventStore,
  type EventPageDocument,
  type RecordPosition,
  Tombstones,
  recordsOfPage,
} from '@laurel/platform-event-store';
import { changedPlayer } from '@laurel/scoring-domain';
import type { Db, Filter } from 'mongodb';
import type { Pace } from './pace.js';

/** Part of a history: what was decided in a time, ms. */
export interface HistoryPart {
  readonly from?: number;
  readonly to: number;
}

/** All partitions, so that the index of a partition's players serves for a workspace's. */
const PARTITIONS = Array.from({ length: EVENTS_PARTITIONS }, (_, partition) => partition);

/** The index of a workspace's pages: sorting all of them by anything else would not fit into memory. */
const BY_TIME = { workspace: 1, to: -1, from: 1 } as const;

/**
 * What was recorded of one workspace up to some moment: whatever is committed later is not in it, however often it is read.
 * Reading costs in proportion to the workspace's own records, not to those of others.
 */
export class WorkspaceHistory {
  private constructor(
    private readonly db: Db,
    readonly workspace: string,
    private readonly checkpoints: ReadonlyMap<number, CheckpointDocument>,
    /** Document ids of players who were being erased then: nothing of them is in it. */
    private readonly erased: ReadonlySet<string>,
    private readonly pace: Pace,
  ) {}

  /** The history up to now. */
  static async upToNow(db: Db, workspace: string, pace: Pace): Promise<WorkspaceHistory> {
    const checkpoints = await db.collection<CheckpointDocument>(CHECKPOINTS_COLLECTION).find().toArray();
    const erased = await new Tombstones(db).beingErased(workspace);
    return new WorkspaceHistory(db, workspace, new Map(checkpoints.map((each) => [each._id, each])), erased, pace);
  }

  /** How many players the workspace has now. */
  countPlayers(): Promise<number> {
    const filter = { partition: { $in: PARTITIONS }, workspace: this.workspace };
    return this.db.collection<PlayerDocument>(PLAYERS_COLLECTION).countDocuments(filter);
  }

  /**
   * The records of a part, those of each partition in the order of the log. A page is in memory at a time.
   *
   * @param onPage with the fraction of the part that was read, 0 to 1
   */
  async *records(part: HistoryPart, onPage: (fraction: number) => void = () => undefined): AsyncGenerator<EventRecord> {
    const { from = -Infinity, to } = part;
    const total = await this.pages.countDocuments(this.filter(part));
    let read = 0;
    for await (const page of this.pagesInOrder(part)) {
      for (const record of recordsOfPage(page)) {
        if (this.pace.isDue) await this.pace.pause();
        if (record.decidedAt >= from && record.decidedAt < to && this.holds(record)) yield record;
      }
      read += 1;
      onPage(Math.min(1, read / total));
    }
  }

  /** The first of the latest records that had effects, of so many at most; undefined where there is none. */
  async firstOfLatest(count: number): Promise<RecordPosition | undefined> {
    let [left, place]: [number, RecordPosition | undefined] = [count, undefined];
    for await (const record of new EventStore(this.db).newestFirst({ workspace: this.workspace })) {
      if (this.pace.isDue) await this.pace.pause();
      if (!changedPlayer(record) || !this.holds(record)) continue;
      const { decidedAt, epoch, partition, offset } = record;
      place = { decidedAt, epoch, partition, offset };
      left -= 1;
      if (left === 0) break;
    }
    return place;
  }

  /** By the time of their last record; of those that end at the same time, by their place in the log. */
  private async *pagesInOrder(part: HistoryPart): AsyncGenerator<EventPageDocument> {
    let tied: EventPageDocument[] = [];
    // A page of a partition never ends before one that lies before it.
    for await (const page of this.pages.find(this.filter(part)).hint(BY_TIME).sort({ to: 1 })) {
      const [first] = tied;
      if (first && first.to !== page.to) {
        yield* tied.sort(inLogOrder);
        tied = [];
      }
      tied.push(page);
    }
    yield* tied.sort(inLogOrder);
  }

  private filter({ from, to }: HistoryPart): Filter<EventPageDocument> {
    return { workspace: this.workspace, to: { $gte: from ?? -Infinity }, from: { $lt: to } };
  }

  /** Whether a record was committed when the history was opened, and may be shown. */
  private holds({ partition, epoch, offset, workspace, playerId }: EventRecord): boolean {
    const checkpoint = this.checkpoints.get(partition);
    if (!checkpoint || this.erased.has(playerDocumentId(workspace, playerId))) return false;
    return epoch < checkpoint.epoch || (epoch === checkpoint.epoch && offset <= checkpoint.offset);
  }

  private get pages() {
    return this.db.collection<EventPageDocument>(EVENT_PAGES_COLLECTION);
  }
}

const inLogOrder = (left: EventPageDocument, right: EventPageDocument): number =>
  left.epoch - right.epoch || left.partition - right.partition || left.first - right.first;
