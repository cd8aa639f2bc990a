import {
  BOARD_WINDOWS_COLLECTION,
  type BoardWindowDocument,
  FROZEN_CHUNK,
  FROZEN_ROWS_COLLECTION,
  type FrozenRow,
  type FrozenRowsDocument,
  GRANTS_COLLECTION,
  type GrantDocument,
  RELEASES_COLLECTION,
  type ReleaseDocument,
  boardWindowId,
  frozenRowsId,
  releaseDocumentId,
} from '@laurel/contracts';
import { ordinaryTime } from '@laurel/kernel';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { type ProgramDocument, releaseProgram } from '@laurel/releases-domain';
import { FakeClock, testServers, uniqueTestScope } from '@laurel/testing';
import type { Db } from 'mongodb';
import { AwardWindow } from './award-window/award-window.js';
import { FinalStandings } from './award-window/final-standings.port.js';
import { type RewardStep, RewardSteps } from './award-window/reward-steps.js';
import { MongoGrantStore } from './grants/grant-store.mongo.js';
import { rewardIndexes } from './reward.indexes.js';

export const WORKSPACE = 'ws_1';
export const WINDOW = '2026-W01';
export const BOARD = 'top@1';
const CLOSED_AT = Date.parse('2026-01-05T00:00:00Z');

/** Ten coins for the first place, a title for the second and third. */
export const SCHEDULE = {
  key: 'prizes',
  leaderboard: 'top',
  tiers: [
    { name: 'gold', ranks: { from: 1, to: 1 }, rewards: ['coins'] },
    { name: 'podium', ranks: { from: 2, to: 3 }, rewards: ['crown'] },
  ],
};

export const programWith = (...rewardSchedules: object[]): ProgramDocument =>
  ({
    stats: [{ key: 'points', aggregation: 'sum' }],
    rules: [],
    leaderboards: [
      {
        ...{ key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc' },
        windows: [{ kind: 'weekly' }],
        splits: [{ key: 'country', attributes: ['country'] }],
      },
    ],
    currencies: [{ key: 'coins', scale: 2 }],
    segments: [{ key: 'vips', when: { attribute: 'plan', op: 'eq', value: 'vip' } }],
    rewards: [
      { key: 'coins', what: [{ currency: 'coins', amount: '10.50' }] },
      { key: 'crown', what: [{ title: 'champion' }] },
    ],
    rewardSchedules,
  }) as unknown as ProgramDocument;

/** Rows of players p1, p2, … with one point less each. */
export const rowsOf = (count: number): FrozenRow[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ playerId: `p${index + 1}`, rank: index + 1, score: count - index },
    ...{ columns: [], reachedAt: 1_000 + index },
  }));

/** Dies at a step, once, as a process does that is killed: what it was about to do is not done. */
export class DyingAt extends RewardSteps {
  private left: number;

  constructor(
    private readonly step: RewardStep,
    times = 1,
  ) {
    super();
    this.left = times;
  }

  override reach(step: RewardStep): void {
    if (step === this.step && --this.left === 0) throw new Error(`died at ${step}`);
  }
}

export const ALIVE = new (class extends RewardSteps {
  override reach(): void {
    // Goes on.
  }
})();

class StoredStandings extends FinalStandings {
  constructor(private readonly db: Db) {
    super();
  }

  override async rows({ workspace, board, window }: BoardWindowDocument, part: string, first: number) {
    const _id = frozenRowsId(workspace, board, window, part, first);
    return (await this.db.collection<FrozenRowsDocument>(FROZEN_ROWS_COLLECTION).findOne({ _id }))?.rows ?? [];
  }
}

/** Rewards over a real MongoDB of their own. */
export class RewardsInstance {
  readonly clock = new FakeClock(CLOSED_AT + 60_000);
  readonly store: MongoGrantStore;

  private constructor(
    private readonly connection: Awaited<ReturnType<typeof connectMongo>>,
    readonly db: Db,
  ) {
    this.store = new MongoGrantStore(db);
  }

  static async start(): Promise<RewardsInstance> {
    const { database } = uniqueTestScope();
    const connection = await connectMongo({ url: testServers().mongoUrl, database });
    const db = connection.getClient().db(database);
    await ensureIndexes(db, rewardIndexes);
    return new RewardsInstance(connection, db);
  }

  /** As new: a database of its own for each test takes far longer. */
  async clear(): Promise<void> {
    for (const { name } of await this.db.listCollections({}, { nameOnly: true }).toArray()) {
      await this.db.collection(name).deleteMany({});
    }
  }

  async stop(): Promise<void> {
    await this.db.dropDatabase();
    await this.connection.close();
  }

  awards(steps: RewardSteps = ALIVE): AwardWindow {
    return new AwardWindow(this.db, new StoredStandings(this.db), this.store, ordinaryTime, this.clock, steps);
  }

  async publish(program: ProgramDocument, release = 1): Promise<void> {
    await this.db.collection<ReleaseDocument<unknown>>(RELEASES_COLLECTION).insertOne({
      ...{ _id: releaseDocumentId(WORKSPACE, release), workspace: WORKSPACE, release, note: '', author: 'key_spec' },
      ...{ program: releaseProgram(program, undefined, release), publishedAt: 0, announcedAt: 0 },
    });
  }

  /** A window that is frozen with these rows; those of parts are rows of the board too. */
  async freeze(rows: readonly FrozenRow[], parts: Readonly<Record<string, readonly FrozenRow[]>> = {}) {
    const sizes = Object.entries(parts).map(([part, own]) => [part, own.length] as const);
    const document: BoardWindowDocument = {
      ...{ _id: boardWindowId(WORKSPACE, BOARD, WINDOW), workspace: WORKSPACE, board: BOARD, window: WINDOW },
      ...{ name: 'weekly', timeZone: 'UTC', start: CLOSED_AT - 604_800_000, end: CLOSED_AT, closesAt: CLOSED_AT },
      ...{ ending: 'ended', release: 1, state: 'frozen', barrier: 'b1', frozenAt: CLOSED_AT, total: rows.length },
      ...(sizes.length > 0 ? { parts: Object.fromEntries(sizes) } : {}),
    };
    await this.db.collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION).insertOne(document);
    await this.keepRows('', rows);
    for (const [part, own] of Object.entries(parts)) await this.keepRows(part, own);
    return document;
  }

  private async keepRows(part: string, rows: readonly FrozenRow[]): Promise<void> {
    for (let first = 0; first < rows.length; first += FROZEN_CHUNK) {
      await this.db.collection<FrozenRowsDocument>(FROZEN_ROWS_COLLECTION).insertOne({
        ...{ _id: frozenRowsId(WORKSPACE, BOARD, WINDOW, part, first), workspace: WORKSPACE, board: BOARD },
        ...{ window: WINDOW, part, first, rows: rows.slice(first, first + FROZEN_CHUNK) },
      });
    }
  }

  grants(): Promise<GrantDocument[]> {
    return this.db.collection<GrantDocument>(GRANTS_COLLECTION).find().sort({ rank: 1, part: 1 }).toArray();
  }

  async states(): Promise<string[]> {
    return (await this.grants()).map(({ playerId, tier, state }) => `${playerId} ${tier} ${state}`);
  }
}
