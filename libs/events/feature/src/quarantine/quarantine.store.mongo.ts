import { QUARANTINE_COLLECTION, type QuarantineDocument, eventRecordId } from '@laurel/contracts';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { Collection, Db, Filter } from 'mongodb';
import { type QuarantineFilter, QuarantineStore, type WaitingPlace } from './quarantine.store.js';

@Injectable()
export class MongoQuarantineStore extends QuarantineStore {
  constructor(@Inject(MONGO_DB) private readonly db: Db) {
    super();
  }

  override async list(
    filter: QuarantineFilter,
    limit: number,
    behind: WaitingPlace | undefined,
  ): Promise<readonly QuarantineDocument[]> {
    return this.quarantine
      .find({ ...wanted(filter), ...(behind ? after(filter, behind) : {}) })
      .sort({ heldAt: 1, _id: 1 })
      .limit(limit)
      .toArray();
  }

  override countWaiting(filter: QuarantineFilter): Promise<number> {
    return this.quarantine.countDocuments(wanted(filter));
  }

  private get quarantine(): Collection<QuarantineDocument> {
    return this.db.collection(QUARANTINE_COLLECTION);
  }
}

const wanted = ({ workspace, playerId, type, stat }: QuarantineFilter): Filter<QuarantineDocument> => ({
  workspace,
  ...(playerId === undefined ? {} : { playerId }),
  ...(type === undefined ? {} : { type }),
  ...(stat === undefined ? {} : { stat }),
});

const after = (
  { workspace }: QuarantineFilter,
  { heldAt, eventId, playerId }: WaitingPlace,
): Filter<QuarantineDocument> => ({
  heldAt: { $gte: heldAt },
  $or: [{ heldAt: { $gt: heldAt } }, { _id: { $gt: eventRecordId({ workspace, eventId, playerId }) } }],
});
