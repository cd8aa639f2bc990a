import { CHECKPOINTS_COLLECTION, type CheckpointDocument, joinId } from '@laurel/contracts';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { Collection, Db } from 'mongodb';
import { type ImportProgress, ImportStore, type StoredImport } from './import-store.js';

const IMPORTS_COLLECTION = 'imports';

interface ImportDocument extends Omit<StoredImport, 'remaining'> {
  /** workspace and import id */
  readonly _id: string;
  readonly workspace: string;
  /** Partition → the last offset of a message of the import. */
  readonly last?: Readonly<Record<string, number>>;
}

@Injectable()
export class MongoImportStore extends ImportStore {
  constructor(@Inject(MONGO_DB) private readonly db: Db) {
    super();
  }

  override async add(workspace: string, importId: string, progress: ImportProgress): Promise<void> {
    const { by, at, accepted, rejected, last } = progress;
    const offsets = Object.fromEntries(Array.from(last, ([partition, offset]) => [`last.${partition}`, offset]));
    await this.imports.updateOne(
      { _id: joinId(workspace, importId) },
      {
        $setOnInsert: { workspace, importId, by, startedAt: at },
        $inc: { accepted, rejected },
        $max: { updatedAt: at, ...offsets },
      },
      { upsert: true },
    );
  }

  override async find(workspace: string, importId: string): Promise<StoredImport | undefined> {
    const found = await this.imports.findOne({ _id: joinId(workspace, importId) });
    if (!found) return undefined;
    const { by, startedAt, updatedAt, accepted, rejected, last = {} } = found;
    return { importId, by, startedAt, updatedAt, accepted, rejected, remaining: await this.remainingOf(last) };
  }

  /** The log holds messages of others too, so it is at most as many. */
  private async remainingOf(last: Readonly<Record<string, number>>): Promise<number> {
    const offsets = new Map(Object.entries(last).map(([partition, offset]) => [Number(partition), offset]));
    const checkpoints = await this.db
      .collection<CheckpointDocument>(CHECKPOINTS_COLLECTION)
      .find({ _id: { $in: [...offsets.keys()] } }, { projection: { offset: 1 } })
      .toArray();
    const reached = new Map(checkpoints.map(({ _id, offset }) => [_id, offset]));
    return Array.from(offsets).reduce(
      (sum, [partition, offset]) => sum + Math.max(0, offset - (reached.get(partition) ?? -1)),
      0,
    );
  }

  private get imports(): Collection<ImportDocument> {
    return this.db.collection(IMPORTS_COLLECTION);
  }
}
