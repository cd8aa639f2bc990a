import {
  BARRIERS_COLLECTION,
  BOARD_POSITIONS_COLLECTION,
  BOARD_WINDOWS_COLLECTION,
  type BarrierDocument,
  type BarrierMessage,
  type BoardPositionDocument,
  type BoardWindowDocument,
  EVENTS_PARTITIONS,
  PLAYERS_COLLECTION,
  type PlayerDocument,
  RELEASES_COLLECTION,
  type ReleaseDocument,
  barrierNoteId,
  boardPositionId,
  boardWindowId,
  formatPosition,
  playerDocumentId,
  releaseDocumentId,
} from '@laurel/contracts';
import { ok } from '@laurel/kernel';
import { type BoardDefinition, type Entry, boardId } from '@laurel/leaderboards-domain';
import type { OutgoingMessage } from '@laurel/platform-kafka';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { Metrics } from '@laurel/platform-observability';
import { createRedisClient } from '@laurel/platform-redis';
import { FakeClock, silentLog, testServers, uniqueTestScope } from '@laurel/testing';
import type { Db } from 'mongodb';
import { MongoFrozenWindows } from '../frozen/frozen-windows.mongo.js';
import { RedisRankProjection } from '../project-standings/redis-rank-projection.js';
import { CloseWindows } from './close-windows.js';
import { closeWindows } from './closing-parts.js';
import { closingIndexes } from './closing.indexes.js';
import { type ClosingStep, ClosingSteps, NoOffsets, WorkspaceOffsets } from './ports.js';
import { WindowFollowers } from './window-followers.js';

/** What an instance that is to die throws: it does nothing more. */
class Died extends Error {}

/** Dies when a step is reached the n-th time, and at every step after it. */
class Dying extends ClosingSteps {
  constructor(
    private readonly step: ClosingStep,
    private left: number,
  ) {
    super();
  }

  override reach(step: ClosingStep): void {
    if (step === this.step) this.left -= 1;
    if (this.left <= 0) throw new Died(`died: ${step}`);
  }
}

/** Notes for which windows it was called. */
export class NotedFollowers extends WindowFollowers {
  readonly windows: string[] = [];
  fails = false;
  /** Board and window of which it can't do what follows. */
  failsFor: string | undefined;

  override async afterFrozen({ board, window }: BoardWindowDocument): Promise<void> {
    this.windows.push(`${board} ${window}`);
    if (this.fails || this.failsFor === `${board} ${window}`) throw new Error('not now');
  }
}

export interface InstanceOptions {
  readonly diesAt?: readonly [step: ClosingStep, times: number];
  readonly isLeader?: () => boolean;
  readonly offsets?: ReadonlyMap<string, number>;
}

const MOST_ROUNDS = 50;
const START = Date.parse('2026-03-02T06:00:00Z');

/** What closes windows, over a real MongoDB and Redis. The log is a list, and the partitions come to its barriers when they are told to. */
export class ClosingSpec {
  readonly scope = uniqueTestScope();
  /** Another one after each `begin`, so that nothing in Redis is left of what was before. */
  workspace = this.scope.workspace;
  readonly redis = createRedisClient({ url: testServers().redisUrl }, silentLog);
  readonly projection = new RedisRankProjection(this.redis, this.scope.keyPrefix);
  clock = new FakeClock(START);
  followers = new NotedFollowers();
  /** What was sent, by topic. */
  sent: (OutgoingMessage & { readonly topic: string })[] = [];
  private connection: Awaited<ReturnType<typeof connectMongo>> | undefined;
  private delivered = 0;
  private marks = new Map<string, number>();
  private begun = 0;

  async open(): Promise<void> {
    this.connection = await connectMongo({ url: testServers().mongoUrl, database: this.scope.database });
    await ensureIndexes(this.db, closingIndexes);
    await this.db.createCollection(BARRIERS_COLLECTION);
  }

  /** As if nothing had happened before. */
  async begin(): Promise<void> {
    for (const { name } of await this.db.listCollections({}, { nameOnly: true }).toArray()) {
      await this.db.collection(name).deleteMany({});
    }
    this.begun += 1;
    this.workspace = `${this.scope.workspace}-${this.begun}`;
    this.clock = new FakeClock(START);
    this.followers = new NotedFollowers();
    this.sent = [];
    this.delivered = 0;
    this.marks = new Map();
  }

  async close(): Promise<void> {
    await this.db.dropDatabase();
    await this.connection?.close();
    this.redis.disconnect();
  }

  get db(): Db {
    if (!this.connection) throw new Error('open comes first');
    return this.connection.getClient().db(this.scope.database);
  }

  get frozen(): MongoFrozenWindows {
    return new MongoFrozenWindows(this.db);
  }

  instance({ diesAt, isLeader = () => true, offsets }: InstanceOptions = {}): CloseWindows {
    const producer = {
      send: async (topic: string, messages: readonly OutgoingMessage[]) => {
        this.sent.push(...messages.map((message) => ({ ...message, topic })));
        return ok([]);
      },
    };
    return closeWindows({
      db: this.db,
      ranks: { redis: this.redis, keyPrefix: this.scope.keyPrefix },
      portionRows: 20_000,
      producer,
      topics: { events: 'events', standings: 'standings' },
      metrics: new Metrics(),
      clock: this.clock,
      log: silentLog,
      leadership: { isLeader },
      offsets: offsets ? new Offsets(offsets) : new NoOffsets(),
      steps: diesAt ? new Dying(...diesAt) : { reach: () => undefined },
      followers: this.followers,
    });
  }

  /** A release that has come into force in every partition. */
  async publish(release: number, boards: readonly BoardDefinition[], workspace = this.workspace): Promise<void> {
    const now = this.clock.now();
    const document: ReleaseDocument<unknown> = {
      _id: releaseDocumentId(workspace, release),
      ...{ workspace, release, note: '', author: 'key_spec', publishedAt: now, announcedAt: now },
      program: { stats: [], rules: [], leaderboards: boards },
    };
    await this.db.collection<ReleaseDocument<unknown>>(RELEASES_COLLECTION).insertOne(document);
  }

  /** Commits entries of one partition and brings them into the ranks, unless they are to be behind. */
  async score(
    board: BoardDefinition,
    window: string,
    partition: number,
    entries: Readonly<Record<string, Entry>>,
    isProjected = true,
  ): Promise<void> {
    const { workspace } = this;
    const id = boardId(board);
    const name = boardPositionId(partition, workspace, id);
    const before = this.marks.get(name);
    const offset = (before ?? -1) + 1;
    const players = Object.entries(entries).map(([playerId, entry]) => ({
      updateOne: {
        filter: { _id: playerDocumentId(workspace, playerId) },
        update: { $set: { workspace, playerId, partition, [`boards.${id}.${window}`]: entry } },
        upsert: true,
      },
    }));
    await this.db.collection<PlayerDocument>(PLAYERS_COLLECTION).bulkWrite(players);
    await this.db
      .collection<BoardPositionDocument>(BOARD_POSITIONS_COLLECTION)
      .updateOne({ _id: name }, { $set: { partition, workspace, board: id, epoch: 1, offset } }, { upsert: true });
    if (!isProjected) return;
    const windows = new Map([[window, Object.entries(entries).map(([playerId, entry]) => ({ playerId, entry }))]]);
    const [from, to] = [before, offset].map((at) =>
      at === undefined ? undefined : formatPosition({ epoch: 1, offset: at }),
    );
    await this.projection.apply({ workspace, board, partition, from, to: to ?? '', decidedAt: 1, windows });
    this.marks.set(name, offset);
  }

  /** Barriers that were written and that no partition was given yet. */
  get barriers(): readonly { readonly partition: number; readonly message: BarrierMessage }[] {
    return this.sent
      .filter(({ topic }) => topic === 'events')
      .map(({ partition = -1, value }) => ({ partition, message: JSON.parse(String(value)) as BarrierMessage }));
  }

  /** These partitions come to all barriers that stand in the log: the first of an id counts. */
  async deliver(partitions = Array.from({ length: EVENTS_PARTITIONS }, (_, index) => index)): Promise<void> {
    const notes = this.barriers
      .slice(this.delivered)
      .flatMap(({ partition, message: { id, at } }, offset) =>
        partitions.includes(partition)
          ? { _id: barrierNoteId(id, partition), barrier: id, partition, at, epoch: 1, offset, notedAt: new Date(at) }
          : [],
      );
    this.delivered = this.barriers.length;
    const barriers = this.db.collection<BarrierDocument>(BARRIERS_COLLECTION);
    for (const { _id, ...note } of notes) await barriers.updateOne({ _id }, { $setOnInsert: note }, { upsert: true });
  }

  /** A round, with what it began. */
  async round(instance: CloseWindows): Promise<void> {
    await instance.round();
    await instance.idle();
  }

  /** As many rounds as it takes, with partitions that come to each barrier. */
  async closeAll(instance: CloseWindows): Promise<void> {
    for (let rounds = 0; await instance.round(); rounds += 1) {
      if (rounds > MOST_ROUNDS) throw new Error('there is no end to it');
      await instance.idle();
      await this.deliver();
    }
  }

  /** The ranks of a board are made in its layout, as repairs do it. */
  async repair(board: BoardDefinition): Promise<void> {
    const { workspace } = this;
    const id = boardId(board);
    const positions = this.db.collection<BoardPositionDocument>(BOARD_POSITIONS_COLLECTION);
    for await (const { partition, epoch, offset } of positions.find({ workspace, board: id })) {
      const to = formatPosition({ epoch, offset });
      await this.projection.apply({
        workspace,
        board,
        partition,
        from: undefined,
        to,
        decidedAt: 1,
        windows: new Map(),
      });
    }
  }

  window(board: string, window: string, workspace = this.workspace): Promise<BoardWindowDocument | null> {
    return this.db
      .collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION)
      .findOne({ _id: boardWindowId(workspace, board, window) });
  }

  windows(filter: object = {}): Promise<BoardWindowDocument[]> {
    return this.db
      .collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION)
      .find({ workspace: this.workspace, ...filter })
      .sort({ board: 1, end: 1 })
      .toArray();
  }
}

class Offsets extends WorkspaceOffsets {
  constructor(private readonly offsets: ReadonlyMap<string, number>) {
    super();
  }

  override async all(): Promise<ReadonlyMap<string, number>> {
    return this.offsets;
  }
}

export const anEntry = (score: number, more: Partial<Entry> = {}): Entry => ({
  score,
  columns: [],
  reachedAt: Date.parse('2026-03-02T12:00:00Z'),
  ...more,
});
