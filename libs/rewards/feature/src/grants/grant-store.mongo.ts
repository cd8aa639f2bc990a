import {
  GRANTS_COLLECTION,
  type GrantDocument,
  PLAYERS_COLLECTION,
  type Page,
  type PlayerDocument,
  RELEASES_COLLECTION,
  REWARD_RUNS_COLLECTION,
  type RewardRunDocument,
  grantDocumentId,
  playerDocumentId,
} from '@laurel/contracts';
import { type DomainError, type Result, ok } from '@laurel/kernel';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { Collection, Db, Filter } from 'mongodb';
import { approved, updateOf } from './grant-moves.js';
import {
  type GrantMove,
  type GrantQuery,
  GrantStore,
  type GrantTimes,
  type GrantsOfWindow,
  type RunQuery,
  type RunWithTotals,
} from './grant-store.js';
import { newestPage } from './newest-page.js';
import { runTotals } from './run-totals.js';

@Injectable()
export class MongoGrantStore extends GrantStore {
  private readonly grants: Collection<GrantDocument>;
  private readonly rewardRuns: Collection<RewardRunDocument>;

  constructor(@Inject(MONGO_DB) private readonly db: Db) {
    super();
    this.grants = db.collection(GRANTS_COLLECTION);
    this.rewardRuns = db.collection(REWARD_RUNS_COLLECTION);
  }

  override async beginRun(run: RewardRunDocument): Promise<RewardRunDocument> {
    await this.rewardRuns.updateOne({ _id: run._id }, { $setOnInsert: run }, { upsert: true });
    return (await this.rewardRuns.findOne({ _id: run._id })) ?? run;
  }

  override async finishRun({ _id, workspace, schedule, board, window }: RewardRunDocument, finishedAt: number) {
    const tiers = await this.grants
      .aggregate<{ readonly _id: string; readonly grants: number }>([
        { $match: { workspace, schedule, board, window } },
        { $group: { _id: '$tier', grants: { $sum: 1 } } },
        { $sort: { _id: 1 } },
      ])
      .toArray();
    const winners = Object.fromEntries(tiers.map(({ _id: tier, grants }) => [tier, grants]));
    await this.rewardRuns.updateOne({ _id, state: 'granting' }, { $set: { state: 'done', winners, finishedAt } });
  }

  override async addMissing(_workspace: string, grants: readonly GrantDocument[]): Promise<void> {
    if (grants.length === 0) return;
    const writes = grants.map((grant) => ({
      updateOne: { filter: { _id: grant._id }, update: { $setOnInsert: grant }, upsert: true },
    }));
    await this.grants.bulkWrite(writes, { ordered: false });
  }

  override async approveAll(of: GrantsOfWindow, by: string, times: GrantTimes): Promise<number> {
    const { workspace, schedule, board, window } = of;
    const filter = { workspace, schedule, board, window, state: 'pending' as const };
    return (await this.grants.updateMany(filter, approved(by, times))).modifiedCount;
  }

  override async find(workspace: string, grantId: string): Promise<GrantDocument | undefined> {
    return (await this.grants.findOne({ _id: grantDocumentId(workspace, grantId) })) ?? undefined;
  }

  override async move(
    workspace: string,
    grantId: string,
    move: GrantMove,
    times: GrantTimes,
  ): Promise<GrantDocument | undefined> {
    const { when, update } = updateOf(move, times);
    const filter = { ...when, _id: grantDocumentId(workspace, grantId) };
    return (await this.grants.findOneAndUpdate(filter, update, { returnDocument: 'after' })) ?? undefined;
  }

  override list(query: GrantQuery): Promise<Result<Page<GrantDocument>, DomainError>> {
    const { workspace, limit, cursor, source, leaderboard, window, state, playerId } = query;
    const filter: Filter<GrantDocument> & { readonly workspace: string } = {
      workspace,
      ...(source === undefined ? {} : { schedule: incarnationsOf(source) }),
      ...(leaderboard === undefined ? {} : { board: incarnationsOf(leaderboard) }),
      ...(window === undefined ? {} : { window }),
      ...(state === undefined ? {} : { state }),
      ...(playerId === undefined ? {} : { playerId }),
    };
    return newestPage(this.grants, { filter, limit, cursor });
  }

  override async hasSchedule(workspace: string, source: string): Promise<boolean> {
    const having = { workspace, 'program.rewardSchedules.key': source };
    const found = await this.db.collection(RELEASES_COLLECTION).findOne(having, { projection: { _id: 1 } });
    return found !== null;
  }

  override async hasPlayer(workspace: string, playerId: string): Promise<boolean> {
    const players = this.db.collection<PlayerDocument>(PLAYERS_COLLECTION);
    const _id = playerDocumentId(workspace, playerId);
    return (await players.findOne({ _id }, { projection: { _id: 1 } })) !== null;
  }

  override runsOf(workspace: string, source: string, window: string): Promise<RewardRunDocument[]> {
    return this.rewardRuns.find({ workspace, schedule: incarnationsOf(source), window }).toArray();
  }

  override async runs({
    workspace,
    source,
    limit,
    cursor,
  }: RunQuery): Promise<Result<Page<RunWithTotals>, DomainError>> {
    const filter = { workspace, schedule: incarnationsOf(source) };
    const page = await newestPage(this.rewardRuns, { filter, limit, cursor });
    if (!page.ok) return page;
    const entries = await Promise.all(
      page.value.entries.map(async (run) => ({ ...run, totals: await runTotals(this.grants, run) })),
    );
    return ok({ ...page.value, entries });
  }
}

/** Names in the stores that belong to a key, which is a slug. */
const incarnationsOf = (key: string): RegExp => new RegExp(`^${key.replaceAll(/[^a-z0-9_-]/g, '.')}@`);
