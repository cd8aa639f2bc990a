import { ACTIVITY_COLLECTION, type ActivityDocument } from '@laurel/contracts';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { Db } from 'mongodb';
import { ActivityStore } from './activity-store.js';

@Injectable()
export class MongoActivityStore extends ActivityStore {
  constructor(@Inject(MONGO_DB) private readonly db: Db) {
    super();
  }

  override find(workspace: string, seconds: number, from: number): Promise<readonly ActivityDocument[]> {
    return this.db
      .collection<ActivityDocument>(ACTIVITY_COLLECTION)
      .find({ workspace, seconds, start: { $gte: new Date(from) } })
      .toArray();
  }
}
