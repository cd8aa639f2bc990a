import {
  CLAIMS_COLLECTION,
  CLAIM_COUNTERS_COLLECTION,
  type ClaimCounterDocument,
  type ClaimDocument,
  claimCounterId,
  claimId,
} from '@laurel/contracts';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { ClientSession, Db } from 'mongodb';
import type { Claim } from './claim.js';

/** The places of a rule after a look at them. */
export interface Places {
  /** How many are taken. */
  readonly taken: number;
  /** Numbers of players, by id: of all who have one, or of those asked for. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly isComplete: boolean;
}

/** Places among the first players of rules, in MongoDB: shared by all partitions. */
@Injectable()
export class ClaimStore {
  constructor(@Inject(MONGO_DB) private readonly db: Db) {}

  /**
   * Takes a place for each of these players who has none, as long as there are places, in their order. Who has one keeps it, so
   * asking again changes nothing. All of it or nothing: the counter lets no two instances give the same place.
   *
   * @param claims of one rule of one workspace, each player once
   */
  async take(claims: readonly [Claim, ...Claim[]]): Promise<Places> {
    const [{ workspace, rule }] = claims;
    const _id = claimCounterId(workspace, rule);
    await this.counters.updateOne({ _id }, { $setOnInsert: { workspace, taken: 0 } }, { upsert: true });
    return this.db.client.withSession((session) =>
      session.withTransaction(() => this.takeIn(session, _id, claims), {
        writeConcern: { w: 'majority', journal: true },
        readConcern: { level: 'snapshot' },
      }),
    );
  }

  /** The places of a rule (`ruleId`) that are taken, by player. */
  takenOf(workspace: string, rule: string): Promise<Map<string, number>> {
    return this.allOf(undefined, workspace, rule);
  }

  private async takeIn(
    session: ClientSession,
    counterId: string,
    claims: readonly [Claim, ...Claim[]],
  ): Promise<Places> {
    const [{ workspace, rule, players }] = claims;
    const counter = await this.counters.findOne({ _id: counterId }, { session });
    const before = counter?.taken ?? 0;
    if (before >= players) {
      return { taken: before, numbers: await this.allOf(session, workspace, rule), isComplete: true };
    }
    const numbers = await this.numbersOf(session, claims);
    const missing = claims.filter(({ playerId }) => !numbers.has(playerId)).slice(0, players - before);
    if (missing.length === 0) return { taken: before, numbers, isComplete: false };
    const taken = before + missing.length;
    // Two transactions that write the counter at once can't both commit.
    await this.counters.updateOne({ _id: counterId }, { $set: { taken } }, { session });
    const documents = missing.map(({ playerId, eventId }, index): ClaimDocument => {
      const number = before + index + 1;
      return { _id: claimId(workspace, rule, playerId), workspace, rule, playerId, eventId, number };
    });
    await this.claims.insertMany(documents, { session });
    return { taken, numbers: new Map([...numbers, ...numbersIn(documents)]), isComplete: false };
  }

  private async numbersOf(session: ClientSession, claims: readonly Claim[]): Promise<Map<string, number>> {
    const ids = claims.map(({ workspace, rule, playerId }) => claimId(workspace, rule, playerId));
    return new Map(numbersIn(await this.claims.find({ _id: { $in: ids } }, { session }).toArray()));
  }

  private async allOf(
    session: ClientSession | undefined,
    workspace: string,
    rule: string,
  ): Promise<Map<string, number>> {
    // Ids of customers hold no control characters: between these two lie the claims of the rule, and nothing else.
    const [first, last] = [claimId(workspace, rule, ''), claimId(workspace, rule, '\u{10ffff}')];
    const found = await this.claims.find({ _id: { $gt: first, $lt: last } }, session ? { session } : {}).toArray();
    return new Map(numbersIn(found));
  }

  private get claims() {
    return this.db.collection<ClaimDocument>(CLAIMS_COLLECTION);
  }

  private get counters() {
    return this.db.collection<ClaimCounterDocument>(CLAIM_COUNTERS_COLLECTION);
  }
}

const numbersIn = (documents: readonly ClaimDocument[]): [string, number][] =>
  documents.map(({ playerId, number }) => [playerId, number]);
