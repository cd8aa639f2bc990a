import { DRAFTS_COLLECTION, RELEASES_COLLECTION, releaseDocumentId } from '@laurel/contracts';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { Collection, Db, Filter } from 'mongodb';
import type { Release, ReleaseSlice, ReleaseStore } from '../release-store.port.js';
import type { StoredDraft } from '../draft/draft-store.port.js';
import { insertUnlessTaken, isDuplicateKey } from './insert-unless-taken.js';

/** One pass of announcing; the next pass takes the rest. */
const MAX_UNANNOUNCED = 1_000;

@Injectable()
export class MongoReleaseStore implements ReleaseStore {
  private readonly releases: Collection<Release>;

  constructor(@Inject(MONGO_DB) private readonly db: Db) {
    this.releases = db.collection<Release>(RELEASES_COLLECTION);
  }

  async latest(workspace: string): Promise<Release | undefined> {
    return (await this.releases.findOne({ workspace }, { sort: { release: -1 } })) ?? undefined;
  }

  async find(workspace: string, release: number): Promise<Release | undefined> {
    return (await this.releases.findOne({ _id: releaseDocumentId(workspace, release) })) ?? undefined;
  }

  insert(document: Release): Promise<boolean> {
    return insertUnlessTaken(this.releases, document);
  }

  async insertDraft(document: Release, revision: string): Promise<'stored' | 'number_taken' | 'draft_moved'> {
    const drafts = this.db.collection<StoredDraft>(DRAFTS_COLLECTION);
    try {
      return await this.db.client.withSession((session) =>
        session.withTransaction(async () => {
          const removed = await drafts.deleteOne({ _id: document.workspace, revision }, { session });
          if (removed.deletedCount === 0) return 'draft_moved';
          await this.releases.insertOne(document, { session });
          return 'stored';
        }),
      );
    } catch (error) {
      if (isDuplicateKey(error)) return 'number_taken';
      throw error;
    }
  }

  slice(workspace: string, { above, below, archived, order, limit }: ReleaseSlice): Promise<Release[]> {
    const range = { ...(above === undefined ? {} : { $gt: above }), ...(below === undefined ? {} : { $lt: below }) };
    return this.releases
      .find({
        workspace,
        ...(archived ? {} : { archivedAt: null }),
        ...(Object.keys(range).length > 0 ? { release: range } : {}),
      })
      .sort({ release: order === 'newest_first' ? -1 : 1 })
      .limit(limit)
      .toArray();
  }

  unannounced(workspace?: string): Promise<Release[]> {
    const filter: Filter<Release> = { announcedAt: null, ...(workspace === undefined ? {} : { workspace }) };
    return this.releases.find(filter).sort({ workspace: 1, release: 1 }).limit(MAX_UNANNOUNCED).toArray();
  }

  async markAnnounced(workspace: string, release: number, announcedAt: number): Promise<void> {
    const _id = releaseDocumentId(workspace, release);
    await this.releases.updateOne({ _id, announcedAt: null }, { $set: { announcedAt } });
  }

  async markArchived(workspace: string, release: number, archivedAt: number | null): Promise<void> {
    await this.releases.updateOne({ _id: releaseDocumentId(workspace, release) }, { $set: { archivedAt } });
  }
}
