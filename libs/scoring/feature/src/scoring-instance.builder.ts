import { type EventMessage, RELEASES_COLLECTION, type ReleaseDocument, type Topics } from '@laurel/contracts';
import { type Log, Slots, err, ok, systemClock } from '@laurel/kernel';
import { EraseHistory, ErasureKey, EventStore } from '@laurel/platform-event-store';
import {
  type KafkaProducer,
  type LogMessage,
  type OutgoingMessage,
  PartitionWorker,
  type Resume,
  kafkaErrors,
} from '@laurel/platform-kafka';
import { Metrics } from '@laurel/platform-observability';
import type { Db } from 'mongodb';
import { ErasureStore } from './adapters/erasure-store.mongo.js';
import { ScoringStore } from './adapters/scoring-store.mongo.js';
import { AssignPartition } from './assign-partition/assign-partition.js';
import { HaltPartition } from './assign-partition/halt-partition.js';
import { ClaimPlacesStep } from './claims/claim-places.step.js';
import { ClaimStore } from './claims/claim-store.mongo.js';
import { SeatStore } from './claims/seat-store.mongo.js';
import { SweepErased } from './erase-player/sweep-erased.js';
import { Failpoints } from './failpoints.js';
import { FrozenSeries } from './partition/frozen-series.js';
import { OwnedPartitions } from './partition/owned-partitions.js';
import { ProgramCache } from './partition/program-cache.js';
import type { RankProjection } from './partition/rank-projection.port.js';
import { CommitStep } from './pipeline/commit.step.js';
import { LoadStep } from './pipeline/load.step.js';
import { ProcessBatch } from './pipeline/process-batch.js';
import { ProjectStep } from './pipeline/project.step.js';
import { PublishStep } from './pipeline/publish.step.js';
import { GuardedRanks } from './ranks-outage/guarded-ranks.js';
import { HoldPartition } from './ranks-outage/hold-partition.js';
import { RepairRanks } from './repair-ranks/repair-ranks.js';
import { ObserveRanks } from './reply/observe-ranks.js';
import { ReplyStep } from './reply/reply.step.js';
import { ScoringController } from './scoring.controller.js';
import { ScoringMetrics } from './scoring.metrics.js';
import { ActivitySums } from './activity/activity-sums.js';

/** The partition that the `ScoringInstance`s of a test compete for unless they are told of another. */
export const PARTITION = 3;
const DAY_MS = 86_400_000;

/** What the broker holds of the partition; a test appends to it and several instances read it. */
export class PartitionLog {
  readonly messages: LogMessage[] = [];

  append(body: EventMessage | object | string, timestamp = 1_000 + this.messages.length): void {
    const value = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    this.messages.push({ offset: this.messages.length, timestamp, key: null, value });
  }
}

/** What an instance sent, with its topic. */
export type Sent = OutgoingMessage & { readonly topic: string };

/**
 * One instance of scoring, all of it from the handlers down, over a real MongoDB. The broker is a list, so that a test decides what
 * is read when and what is acknowledged; the ranks tell every player the first place, and take no changes.
 */
export class ScoringInstance {
  readonly sent: Sent[] = [];
  /** Topics whose messages are not acknowledged. */
  readonly unacknowledged = new Set<string>();
  readonly store: ScoringStore;
  readonly frozen: FrozenSeries;
  /** What it counts, as Prometheus reads it. */
  readonly metrics = new Metrics();
  private readonly controller: ScoringController;
  private position = 0;

  constructor(
    db: Db,
    private readonly partitionLog: PartitionLog,
    topics: Topics,
    private readonly log: Log,
    private readonly partition = PARTITION,
  ) {
    const settings = { playersInMemory: 100, eventMaxAgeMs: 400 * DAY_MS, maxRanksLagMs: 60_000 };
    const metrics = new ScoringMetrics(this.metrics, systemClock);
    const away = () => Promise.reject(new Error('away'));
    const projection = { apply: away, marks: away, forget: away } as unknown as RankProjection;
    const ranks = new GuardedRanks(projection, () => false, systemClock);
    const readings = { ranksOf: (wanted: readonly object[]) => Promise.resolve(wanted.map(() => 1)) };
    const producer = { send: this.send.bind(this) } as unknown as KafkaProducer;
    const programs = new ProgramCache(db);
    const events = new EventStore(db);
    this.store = new ScoringStore(db);
    this.frozen = new FrozenSeries(db, systemClock, log);
    const erasures = new ErasureStore(db, new ErasureKey('a key that nobody else has'));
    const traces = { erase: () => Promise.resolve() };
    const failpoints = new Failpoints('');
    const history = new EraseHistory(db);
    const sweeping = new SweepErased(erasures, history, ranks, traces, systemClock, failpoints, log);
    const publishing = new PublishStep(producer, topics);
    const repairs = new RepairRanks(ranks, this.store, erasures, programs, log);
    const halts = new HaltPartition(this.store, metrics, systemClock, log);
    const processing = new ProcessBatch(
      events,
      new LoadStep(this.store, programs, erasures, this.frozen),
      new ClaimPlacesStep(new ClaimStore(db), new SeatStore(db), new Failpoints('')),
      new CommitStep(this.store, erasures),
      new ProjectStep(ranks, programs, log),
      publishing,
      new ReplyStep(new ObserveRanks(readings, ranks, programs, log), producer, topics, log),
      sweeping,
      metrics,
      new ActivitySums(systemClock),
      failpoints,
      settings,
    );
    const assignment = new AssignPartition(this.store, erasures, events, repairs, publishing, halts, settings);
    const holds = new HoldPartition(ranks, metrics, settings, log);
    this.controller = new ScoringController(
      assignment,
      processing,
      repairs,
      halts,
      holds,
      sweeping,
      this.store,
      metrics,
      new OwnedPartitions(),
    );
  }

  /** The partition is given to this instance, or starts again here. */
  async assigned(): Promise<Resume> {
    const readLog = () => Promise.resolve({ low: 0, high: this.partitionLog.messages.length });
    const resume = await this.controller.assigned({ partition: this.partition, readLog });
    if (resume.kind === 'resume') this.position = resume.offset;
    return resume;
  }

  /** Hands everything that is new in the log to the handler, as one batch. */
  async takeAll(attempt = 0): Promise<Resume | undefined> {
    const messages = this.partitionLog.messages.slice(this.position);
    const verdict = await this.controller.batch({ partition: this.partition, messages, attempt });
    this.position = this.partitionLog.messages.length;
    return verdict;
  }

  /** Lets the worker of the consumer drive the handlers, as in a service. */
  work(): PartitionWorker {
    const worker: PartitionWorker = new PartitionWorker(
      this.partition,
      {
        assigned: () => this.assigned(),
        batch: (batch) => this.controller.batch(batch),
        tick: (partition) => this.controller.tick({ partition }),
        released: (partition) => Promise.resolve(this.controller.released({ partition })),
      },
      {
        seek: (offset) => (this.position = offset),
        pause: () => undefined,
        resume: () => worker.offer(this.partitionLog.messages.slice(this.position)),
      },
      { maxBatch: 100, slots: new Slots(1), tickMs: 1_000, retryMs: 1, maxRetryMs: 10 },
      this.log,
      Promise.resolve(),
    );
    return worker;
  }

  private send(topic: string, messages: readonly OutgoingMessage[]) {
    if (messages.length > 0 && this.unacknowledged.has(topic)) {
      return Promise.resolve(err(kafkaErrors.unavailable('Away.')));
    }
    this.sent.push(...messages.map((message) => ({ ...message, topic })));
    return Promise.resolve(ok([]));
  }
}

/** Stores a release, as publishing it does; its announcement in the log is the test's. */
export async function storeRelease(db: Db, document: ReleaseDocument<unknown>): Promise<void> {
  await db.collection<ReleaseDocument<unknown>>(RELEASES_COLLECTION).insertOne(document);
}
