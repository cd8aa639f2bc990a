import { QUARANTINE_COLLECTION, type QuarantineDocument } from '@laurel/contracts';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { Db } from 'mongodb';
import { type QuarantineQuery, QuarantineStore, type Waiting } from './quarantine.store.js';

@Injectable()
export class MongoQuarantineStore extends QuarantineStore {
  constructor(@Inject(MONGO_DB) private readonly db: Db) {
    super();
  }

  override async list({ workspace, limit, playerId, type, stat }: QuarantineQuery): Promise<Waiting> {
    const quarantine = this.db.collection<QuarantineDocument>(QUARANTINE_COLLECTION);
    const filter = {
      workspace,
      ...(playerId === undefined ? {} : { playerId }),
      ...(type === undefined ? {} : { type }),
      ...(stat === undefined ? {} : { stat }),
    };
    const [entries, waiting] = await Promise.all([
      quarantine.find(filter).sort({ heldAt: 1, _id: 1 }).limit(limit).toArray(),
      quarantine.countDocuments(filter),
    ]);
    return { entries, waiting };
  }
}
