import { type DomainError, type Log, type Result, Slots } from '@laurel/kernel';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { lastValueFrom } from 'rxjs';
import { SteadyConsumer } from '../steady-consumer.js';
import {
  type Hold,
  type LogRange,
  PARTITION_PATTERNS,
  type PartitionFetching,
  type PartitionHandlers,
  type PartitionProgress,
  type Resume,
} from './partition-handler.js';
import { PartitionWorker, type WorkerSettings } from './partition-worker.js';

/** For `@EventPattern(PARTITION_PATTERNS.batch, PARTITION_TRANSPORT)`. */
export const PARTITION_TRANSPORT = Symbol('laurel.partitions');

export interface PartitionServerOptions extends Omit<WorkerSettings, 'slots'> {
  /**
   * How many partitions process a batch at a time. The others wait, and their batches grow: few large transactions cost the
   * database far less than many small ones at once.
   */
  readonly concurrentBatches: number;
  readonly topic: string;
  readonly groupId: string;
  /** How long a member may be silent before its partitions move, in ms. */
  readonly sessionTimeoutMs: number;
  /** Asked before each join: an error keeps this instance out of the group until the answer is another one. */
  readonly check?: () => Promise<Result<void, DomainError>>;
}

/**
 * A fetch is answered with this much, or after this time with what there is: answering with every single message would cost the
 * broker and the client more than the messages do.
 */
const FETCH_MIN_BYTES = 16_384;
const FETCH_WAIT_MS = 30;
/** Members learn by a heartbeat that somebody joins or leaves: all of them stand still until the last one has heard. */
const HEARTBEAT_MS = 1_000;
/** After so many session timeouts without a heartbeat, the consumer is given up. */
const SILENT_SESSIONS = 3;
/** Brokers that are back are found within this, ms. */
const LONGEST_RESTART_MS = 2_000;
/** How long closing waits for batches under way, ms. What hangs longer is not committed, or fenced off by the checkpoint. */
const CLOSE_MS = 4_000;

/**
 * Nest transport that hands whole batches of a topic's partitions to handlers, and lets them say where to start.
 *
 * Kafka's committed offsets are not used: on assignment the partitions are paused at once, inside the listener, the handler
 * loads its own checkpoint, then the partition is sought and resumed. Each join of the group begins a new set of workers; a
 * partition's new worker waits until the old one of this process has ended. A consumer that fails, in whatever way, is
 * replaced by a new one.
 *
 * @see https://docs.nestjs.com/microservices/custom-transport
 */
export class PartitionServer extends Server implements CustomTransportStrategy {
  override readonly transportId = PARTITION_TRANSPORT;
  private readonly steady: SteadyConsumer;
  private workers = new Map<number, PartitionWorker>();
  private ending = new Map<number, Promise<void>>();
  private readonly slots: Slots;
  private reporting: NodeJS.Timeout | undefined;
  private refused: DomainError | undefined;
  private joined = false;
  private closed = false;

  constructor(
    private readonly kafka: Kafka,
    private readonly options: PartitionServerOptions,
    private readonly log: Log,
  ) {
    super();
    const { concurrentBatches, sessionTimeoutMs, retryMs, maxRetryMs } = options;
    this.slots = new Slots(concurrentBatches);
    this.steady = new SteadyConsumer(
      { create: () => this.create(), begin: (consumer) => this.join(consumer), lost: () => this.lost() },
      { silenceMs: SILENT_SESSIONS * sessionTimeoutMs, retryMs, maxRetryMs: Math.min(maxRetryMs, LONGEST_RESTART_MS) },
      log,
    );
  }

  /** Whether this instance is a member of its group; for readiness. */
  isJoined(): boolean {
    return this.joined;
  }

  /** Why this instance keeps out of its group; undefined when nothing speaks against joining. */
  get refusal(): DomainError | undefined {
    return this.refused;
  }

  /** Partitions that get no batches because their handler holds them. */
  heldPartitions(): number[] {
    return [...this.workers.values()].filter(({ isHeld }) => isHeld).map(({ partition }) => partition);
  }

  /** Answers at once and joins in the background: a broker that is not up yet makes a service unready, not dead. */
  listen(callback: () => void): void {
    this.reporting = setInterval(() => void this.report(), this.options.tickMs).unref();
    this.steady.start();
    callback();
  }

  /** Finishes the batches under way, as a member still, then leaves the group: its partitions move at once. */
  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.reporting);
    this.lost();
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<void>((resolve) => (timer = setTimeout(resolve, CLOSE_MS)));
    await Promise.race([Promise.all(this.ending.values()), timeout]);
    clearTimeout(timer);
    await this.steady.stop();
  }

  on(): never {
    throw new Error('PartitionServer has no events of its own');
  }

  unwrap<T>(): T {
    return this.steady.consumer as T;
  }

  private create(): Consumer {
    const { groupId, sessionTimeoutMs } = this.options;
    return this.kafka.consumer({
      groupId,
      allowAutoTopicCreation: false,
      sessionTimeout: sessionTimeoutMs,
      rebalanceTimeout: sessionTimeoutMs,
      heartbeatInterval: Math.min(HEARTBEAT_MS, Math.floor(sessionTimeoutMs / 5)),
      maxWaitTimeInMs: FETCH_WAIT_MS,
      minBytes: FETCH_MIN_BYTES,
      retry: {
        retries: 20,
        initialRetryTime: 200,
        maxRetryTime: 2_000,
        restartOnFailure: () => Promise.resolve(false),
      },
    });
  }

  private async join(consumer: Consumer): Promise<void> {
    const { topic, check } = this.options;
    const checked = await check?.();
    this.refused = checked?.ok === false ? checked.error : undefined;
    if (this.refused) {
      const { code, detail } = this.refused;
      this.log.error({ code, detail }, 'partitions.refused');
      throw new Error(`${code}: ${detail}`);
    }
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      this.assign(consumer, payload.memberAssignment[topic] ?? []);
    });
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 4,
      eachBatch: (payload) => this.receive(consumer, payload),
    });
  }

  /** Synchronous on purpose: the partitions are paused before kafkajs can fetch from where it believes to be. */
  private assign(consumer: Consumer, partitions: readonly number[]): void {
    if (this.closed || consumer !== this.steady.consumer) return;
    consumer.pause([{ topic: this.options.topic, partitions: [...partitions] }]);
    this.closeWorkers();
    this.joined = true;
    const handlers = this.handlers();
    const settings = { ...this.options, slots: this.slots };
    for (const partition of partitions) {
      const after = this.ending.get(partition) ?? Promise.resolve();
      const fetching = this.fetchingOf(consumer, partition);
      this.workers.set(partition, new PartitionWorker(partition, handlers, fetching, settings, this.log, after));
    }
    this.log.info({ partitions }, 'partitions.assigned');
  }

  private lost(): void {
    this.joined = false;
    this.closeWorkers();
  }

  private closeWorkers(): void {
    for (const [partition, worker] of this.workers) this.ending.set(partition, worker.close());
    this.workers = new Map();
  }

  private receive(consumer: Consumer, payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    if (!payload.isStale() && consumer === this.steady.consumer) {
      const worker = this.workers.get(batch.partition);
      worker?.sawLogEnd(Number(batch.highWatermark));
      worker?.offer(
        batch.messages.map(({ offset, timestamp, key, value }) => ({
          offset: Number(offset),
          timestamp: Number(timestamp),
          key,
          value,
        })),
      );
    }
    payload.resolveOffset(batch.lastOffset());
    return Promise.resolve();
  }

  private fetchingOf(consumer: Consumer, partition: number): PartitionFetching {
    const { topic } = this.options;
    const steer = (how: () => void): void => {
      try {
        how();
      } catch (error) {
        // kafkajs has given up on this consumer and tells so in a moment: a new one begins with new workers.
        this.log.debug({ partition, reason: String(error) }, 'partition.not_steered');
      }
    };
    return {
      seek: (offset) => steer(() => consumer.seek({ topic, partition, offset: String(offset) })),
      pause: () => steer(() => consumer.pause([{ topic, partitions: [partition] }])),
      resume: () => steer(() => consumer.resume([{ topic, partitions: [partition] }])),
    };
  }

  private handlers(): PartitionHandlers {
    return {
      assigned: async (partition) => {
        const readLog = () => this.readRange(partition);
        const resume = await this.call<Resume>(PARTITION_PATTERNS.assigned, { partition, readLog });
        return resume ?? { kind: 'halted' };
      },
      batch: (batch) => this.call<Resume>(PARTITION_PATTERNS.batch, batch),
      tick: (partition) => this.call<Hold>(PARTITION_PATTERNS.tick, { partition }),
      released: async (partition) => {
        await this.callIfHandled(PARTITION_PATTERNS.released, { partition });
      },
    };
  }

  private async report(): Promise<void> {
    const progress: PartitionProgress[] = Array.from(this.workers.values(), (worker) => worker.progress());
    await this.callIfHandled(PARTITION_PATTERNS.progress, progress).catch((error: unknown) => {
      this.log.warn({ reason: String(error) }, 'partitions.progress_not_told');
    });
  }

  private async callIfHandled(pattern: string, data: unknown): Promise<void> {
    if (this.getHandlerByPattern(pattern)) await this.call(pattern, data);
  }

  /** Calls a Nest handler and waits for it; Nest turns what it throws into an erring observable. */
  private async call<T>(pattern: string, data: unknown): Promise<T | undefined> {
    const handler = this.getHandlerByPattern(pattern);
    if (!handler) throw new Error(`nothing handles ${pattern}`);
    const result: unknown = await handler(data);
    return lastValueFrom(this.transformToObservable(result), { defaultValue: undefined }) as Promise<T | undefined>;
  }

  private async readRange(partition: number): Promise<LogRange> {
    const admin = this.kafka.admin({ retry: { retries: 5 } });
    try {
      await admin.connect();
      const offsets = await admin.fetchTopicOffsets(this.options.topic);
      const found = offsets.find((range) => range.partition === partition);
      if (!found) throw new Error(`the broker does not know partition ${partition} of ${this.options.topic}`);
      const range = { low: Number(found.low), high: Number(found.high) };
      this.workers.get(partition)?.sawLogEnd(range.high);
      return range;
    } finally {
      await admin.disconnect();
    }
  }
}
