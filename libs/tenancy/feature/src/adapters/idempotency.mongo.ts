import { type Clock, systemClock } from '@laurel/kernel';
import { type Claim, IdempotencyStore, type StoredAnswer } from '@laurel/platform-http';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { type Collection, type Db, MongoServerError } from 'mongodb';
import { CLOCK } from '../clock.js';
import { IDEMPOTENCY_COLLECTION, type IdempotencyDocument } from './tenancy.documents.js';

const DUPLICATE_KEY = 11_000;
const DAY_MS = 86_400_000;
/** A request that has had a key for so long died with its process. */
const LEASE_MS = 60_000;

/** First answers by key, for a day; MongoDB removes what is older. */
@Injectable()
export class MongoIdempotencyStore extends IdempotencyStore {
  private readonly records: Collection<IdempotencyDocument>;

  constructor(
    @Inject(MONGO_DB) db: Db,
    @Optional() @Inject(CLOCK) private readonly clock: Clock = systemClock,
  ) {
    super();
    this.records = db.collection<IdempotencyDocument>(IDEMPOTENCY_COLLECTION);
  }

  override async claim(id: string, owner: string): Promise<Claim> {
    const now = this.clock.now();
    const claimed = { owner, leaseEndsAt: now + LEASE_MS, expiresAt: inDate(now + DAY_MS) };
    // A record that MongoDB has not removed yet is as good as gone.
    const free = { _id: id, $or: [{ answer: null, leaseEndsAt: { $lte: now } }, { expiresAt: { $lte: inDate(now) } }] };
    try {
      await this.records.updateOne(free, { $set: { ...claimed, answer: null, fingerprint: '' } }, { upsert: true });
      return { state: 'claimed' };
    } catch (error) {
      if (!(error instanceof MongoServerError) || error.code !== DUPLICATE_KEY) throw error;
    }
    const taken = await this.records.findOne({ _id: id });
    return taken?.answer
      ? { state: 'answered', fingerprint: taken.fingerprint, answer: taken.answer }
      : { state: 'in_flight' };
  }

  override async complete(id: string, owner: string, fingerprint: string, answer: StoredAnswer): Promise<void> {
    const expiresAt = inDate(this.clock.now() + DAY_MS);
    await this.records.updateOne({ _id: id, owner }, { $set: { fingerprint, answer, expiresAt } });
  }

  override async release(id: string, owner: string): Promise<void> {
    await this.records.deleteOne({ _id: id, owner, answer: null });
  }
}

/** The index that removes records asks for dates. */
const inDate = (time: number): Date => new Date(time);
