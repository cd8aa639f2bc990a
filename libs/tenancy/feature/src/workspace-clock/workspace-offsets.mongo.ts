import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { Db } from 'mongodb';
import { WORKSPACES_COLLECTION, type WorkspaceDocument } from '../adapters/tenancy.documents.js';

/** All workspaces that live in a time of their own; fits the port of who closes what ends in it. */
@Injectable()
export class MongoWorkspaceOffsets {
  constructor(@Inject(MONGO_DB) private readonly db: Db) {}

  /** By how much (ms) each is ahead of ours. */
  async all(): Promise<ReadonlyMap<string, number>> {
    const found = await this.db
      .collection<WorkspaceDocument>(WORKSPACES_COLLECTION)
      .find({ clock: { $exists: true } })
      .project<Pick<WorkspaceDocument, '_id' | 'clock'>>({ clock: 1 })
      .toArray();
    return new Map(found.flatMap(({ _id, clock }) => (clock ? [[_id, clock.offsetMs] as const] : [])));
  }
}
