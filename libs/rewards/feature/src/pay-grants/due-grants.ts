import { randomUUID } from 'node:crypto';
import { GRANTS_COLLECTION, type GrantDocument } from '@laurel/contracts';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { Collection, Db } from 'mongodb';
import { UNCLAIMED } from '../grants/grant-moves.js';

/** After that what was ordered and is not carried out is ordered again: whoever ordered it may have died before. */
const ORDERED_AGAIN_MS = 30_000;

/** Grants for which something is to be ordered, of all workspaces. */
@Injectable()
export class DueGrants {
  private readonly grants: Collection<GrantDocument>;

  constructor(@Inject(MONGO_DB) db: Db) {
    this.grants = db.collection(GRANTS_COLLECTION);
  }

  /**
   * Takes those that are due: nobody else has them for a while.
   *
   * @param now ms
   */
  async take(now: number, limit: number): Promise<GrantDocument[]> {
    const due = await this.grants
      .find({ dueAt: { $lte: now } }, { projection: { _id: 1 } })
      .sort({ dueAt: 1 })
      .limit(limit)
      .toArray();
    if (due.length === 0) return [];
    const takenBy = randomUUID();
    const isFailed = { $eq: ['$state', 'failed'] };
    await this.grants.updateMany({ _id: { $in: due.map(({ _id }) => _id) }, dueAt: { $lte: now } }, [
      {
        $set: {
          state: { $cond: [isFailed, { $cond: [UNCLAIMED, 'approved', 'granted'] }, '$state'] },
          dueAt: now + ORDERED_AGAIN_MS,
          takenBy,
        },
      },
    ]);
    return this.grants.find({ takenBy }).toArray();
  }

  /** Workspaces with grants that can still be claimed. */
  claimable(): Promise<string[]> {
    return this.grants.distinct('workspace', { ...CLAIMABLE, claimBy: { $exists: true } });
  }

  /**
   * Ends those that were not claimed in time.
   *
   * @param now in the workspace, ms
   */
  async expire(workspace: string, now: number): Promise<number> {
    const over = { ...CLAIMABLE, workspace, claimBy: { $lte: now } };
    return (await this.grants.updateMany(over, { $set: { state: 'expired', updatedAt: now } })).modifiedCount;
  }
}

const CLAIMABLE = { state: 'granted' as const, claimedAt: { $exists: false } };
