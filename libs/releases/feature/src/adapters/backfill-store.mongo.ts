import {
  CHECKPOINTS_COLLECTION,
  type CheckpointDocument,
  EVENTS_PARTITIONS,
  PARTITION_RELEASES_COLLECTION,
  PLAYERS_COLLECTION,
  type PartitionReleaseDocument,
  type PlayerDocument,
  SEPARATOR,
  partitionReleaseId,
  playerDocumentId,
  releaseDocumentId,
} from '@laurel/contracts';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { Collection, Db, Filter } from 'mongodb';
import { type Backfill, BackfillStore, type SentPage } from '../backfill-players/backfill-store.port.js';

export const BACKFILLS_COLLECTION = 'backfills';

interface BackfillDocument extends Omit<Backfill, 'last'> {
  /** as of the release */
  readonly _id: string;
  readonly last: Readonly<Record<string, number>>;
}

/** One pass goes on with so many; the next takes the rest. */
const MAX_UNFINISHED = 100;

@Injectable()
export class MongoBackfillStore extends BackfillStore {
  constructor(@Inject(MONGO_DB) private readonly db: Db) {
    super();
  }

  override async begin({ workspace, release, by }: Pick<Backfill, 'workspace' | 'release' | 'by'>): Promise<void> {
    const fresh = { workspace, release, by, total: null, sent: 0, done: 0, cursor: '', last: {}, finishedAt: null };
    const _id = releaseDocumentId(workspace, release);
    await this.backfills.updateOne({ _id }, { $setOnInsert: fresh }, { upsert: true });
  }

  override async find(workspace: string, release: number): Promise<Backfill | undefined> {
    const found = await this.backfills.findOne({ _id: releaseDocumentId(workspace, release) });
    return found ? toBackfill(found) : undefined;
  }

  override async unfinished(): Promise<readonly Backfill[]> {
    const found = this.backfills.find({ finishedAt: null }).limit(MAX_UNFINISHED);
    return (await found.toArray()).map(toBackfill);
  }

  override async isInForce(workspace: string, release: number): Promise<boolean> {
    const ids = Array.from({ length: EVENTS_PARTITIONS }, (_, partition) => partitionReleaseId(partition, workspace));
    const inForce = await this.db
      .collection<PartitionReleaseDocument>(PARTITION_RELEASES_COLLECTION)
      .countDocuments({ _id: { $in: ids }, release: { $gte: release } });
    return inForce === EVENTS_PARTITIONS;
  }

  override async isReached(last: ReadonlyMap<number, number>): Promise<boolean> {
    const checkpoints = await this.db
      .collection<CheckpointDocument>(CHECKPOINTS_COLLECTION)
      .find({ _id: { $in: [...last.keys()] } }, { projection: { offset: 1 } })
      .toArray();
    const reached = new Map(checkpoints.map(({ _id, offset }) => [_id, offset]));
    return Array.from(last).every(([partition, offset]) => (reached.get(partition) ?? -1) >= offset);
  }

  override countPlayers(workspace: string): Promise<number> {
    return this.players.countDocuments(behind(workspace, ''));
  }

  override async playersAfter(workspace: string, cursor: string, limit: number): Promise<readonly string[]> {
    const found = this.players.find(behind(workspace, cursor), { projection: { playerId: 1 } });
    return (await found.sort({ _id: 1 }).limit(limit).toArray()).map(({ playerId }) => playerId);
  }

  override async setTotal({ workspace, release }: Backfill, total: number): Promise<void> {
    await this.backfills.updateOne({ _id: releaseDocumentId(workspace, release), total: null }, { $set: { total } });
  }

  override async addPage(before: Backfill, { cursor, players, last }: SentPage): Promise<void> {
    const _id = releaseDocumentId(before.workspace, before.release);
    const offsets = Object.fromEntries(Array.from(last, ([partition, offset]) => [`last.${partition}`, offset]));
    // Whoever sent the page first notes it; the orders of another one are duplicates, but theirs stand further behind.
    await this.backfills.updateOne({ _id }, { $max: offsets });
    await this.backfills.updateOne(
      { _id, cursor: before.cursor, finishedAt: null },
      { $set: { cursor, sent: before.sent + players, done: before.sent } },
    );
  }

  override async finish({ workspace, release, sent }: Backfill, finishedAt: number): Promise<void> {
    const _id = releaseDocumentId(workspace, release);
    // No player's id is kept longer than it is needed.
    await this.backfills.updateOne({ _id, finishedAt: null }, { $set: { finishedAt, done: sent, cursor: '' } });
  }

  private get backfills(): Collection<BackfillDocument> {
    return this.db.collection(BACKFILLS_COLLECTION);
  }

  private get players(): Collection<PlayerDocument> {
    return this.db.collection(PLAYERS_COLLECTION);
  }
}

/** Players of a workspace behind one of them, by their document ids. */
const behind = (workspace: string, cursor: string): Filter<PlayerDocument> => ({
  _id: { $gt: playerDocumentId(workspace, cursor), $lt: workspace + AFTER_SEPARATOR },
});

/** The character that follows the separator: ids with it follow all ids of a workspace. */
const AFTER_SEPARATOR = String.fromCharCode(SEPARATOR.charCodeAt(0) + 1);

const toBackfill = ({ _id: _, last, ...rest }: BackfillDocument): Backfill => ({
  ...rest,
  last: new Map(Object.entries(last).map(([partition, offset]) => [Number(partition), offset])),
});
