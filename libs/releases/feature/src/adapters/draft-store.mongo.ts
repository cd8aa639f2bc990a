import { DRAFTS_COLLECTION } from '@laurel/contracts';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { Collection, Db } from 'mongodb';
import type { DraftStore, StoredDraft } from '../draft/draft-store.port.js';
import { insertUnlessTaken } from './insert-unless-taken.js';

@Injectable()
export class MongoDraftStore implements DraftStore {
  private readonly drafts: Collection<StoredDraft>;

  constructor(@Inject(MONGO_DB) db: Db) {
    this.drafts = db.collection<StoredDraft>(DRAFTS_COLLECTION);
  }

  async find(workspace: string): Promise<StoredDraft | undefined> {
    return (await this.drafts.findOne({ _id: workspace })) ?? undefined;
  }

  async save(draft: StoredDraft, replaces: string | undefined): Promise<boolean> {
    if (replaces === undefined) return insertUnlessTaken(this.drafts, draft);
    const { _id, ...content } = draft;
    const { matchedCount } = await this.drafts.replaceOne({ _id, revision: replaces }, content);
    return matchedCount === 1;
  }

  async remove(workspace: string, revision: string): Promise<boolean> {
    const { deletedCount } = await this.drafts.deleteOne({ _id: workspace, revision });
    return deletedCount === 1;
  }
}
