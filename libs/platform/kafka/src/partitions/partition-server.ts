import { type Log, Slots } from '@laurel/kernel';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { lastValueFrom } from 'rxjs';
import {
  type LogRange,
  PARTITION_PATTERNS,
  type PartitionFetching,
  type PartitionHandlers,
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
}

const FETCH_WAIT_MS = 500;

/**
 * Nest transport that hands whole batches of a topic's partitions to handlers, and lets them say where to start.
 *
 * Kafka's committed offsets are not used: on assignment the partitions are paused at once, inside the listener, the handler
 * loads its own checkpoint, then the partition is sought and resumed. Each join of the group begins a new set of workers; a
 * partition's new worker waits until the old one of this process has ended.
 *
 * @see https://docs.nestjs.com/microservices/custom-transport
 */
export class PartitionServer extends Server implements CustomTransportStrategy {
  override readonly transportId = PARTITION_TRANSPORT;
  private readonly consumer: Consumer;
  private workers = new Map<number, PartitionWorker>();
  private ending = new Map<number, Promise<void>>();
  private readonly slots: Slots;
  private joined = false;
  private closed = false;

  constructor(
    private readonly kafka: Kafka,
    private readonly options: PartitionServerOptions,
    private readonly log: Log,
  ) {
    super();
    this.slots = new Slots(options.concurrentBatches);
    this.consumer = kafka.consumer({
      groupId: options.groupId,
      allowAutoTopicCreation: false,
      sessionTimeout: options.sessionTimeoutMs,
      heartbeatInterval: Math.floor(options.sessionTimeoutMs / 5),
      maxWaitTimeInMs: FETCH_WAIT_MS,
      minBytes: 1,
      retry: { retries: 20, initialRetryTime: 200, maxRetryTime: 2_000, restartOnFailure: () => Promise.resolve(true) },
    });
  }

  /** Whether this instance is a member of its group; for readiness. */
  isJoined(): boolean {
    return this.joined;
  }

  /** Answers at once and joins in the background: a broker that is not up yet makes a service unready, not dead. */
  listen(callback: () => void): void {
    void this.start();
    callback();
  }

  async close(): Promise<void> {
    this.closed = true;
    this.joined = false;
    this.closeWorkers();
    await Promise.all(this.ending.values());
    await this.consumer.disconnect();
  }

  on(): never {
    throw new Error('PartitionServer has no events of its own');
  }

  unwrap<T>(): T {
    return this.consumer as T;
  }

  private async start(): Promise<void> {
    this.watchGroup();
    while (!this.closed) {
      try {
        await this.join();
        // Closed while it was joining: what close() has ended began again.
        if (this.closed) await this.consumer.disconnect();
        return;
      } catch (error) {
        this.log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'partitions.not_joined');
        await new Promise((resolve) => setTimeout(resolve, this.options.maxRetryMs));
      }
    }
  }

  private watchGroup(): void {
    const { GROUP_JOIN, CRASH } = this.consumer.events;
    this.consumer.on(GROUP_JOIN, ({ payload }) => this.assign(payload.memberAssignment[this.options.topic] ?? []));
    this.consumer.on(CRASH, ({ payload }) => {
      this.joined = false;
      this.closeWorkers();
      this.log.warn({ reason: payload.error.message }, 'partitions.consumer_restarting');
    });
  }

  private async join(): Promise<void> {
    await this.consumer.connect();
    await this.consumer.subscribe({ topic: this.options.topic, fromBeginning: true });
    await this.consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 4,
      eachBatch: (payload) => this.receive(payload),
    });
  }

  /** Synchronous on purpose: the partitions are paused before kafkajs can fetch from where it believes to be. */
  private assign(partitions: readonly number[]): void {
    if (this.closed) return;
    this.consumer.pause([{ topic: this.options.topic, partitions: [...partitions] }]);
    this.closeWorkers();
    this.joined = true;
    const handlers = this.handlers();
    const settings = { ...this.options, slots: this.slots };
    for (const partition of partitions) {
      const after = this.ending.get(partition) ?? Promise.resolve();
      const fetching = this.fetchingOf(partition);
      this.workers.set(partition, new PartitionWorker(partition, handlers, fetching, settings, this.log, after));
    }
    this.log.info({ partitions }, 'partitions.assigned');
  }

  private closeWorkers(): void {
    for (const [partition, worker] of this.workers) this.ending.set(partition, worker.close());
    this.workers = new Map();
  }

  private receive(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    if (!payload.isStale()) {
      this.workers.get(batch.partition)?.offer(
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

  private fetchingOf(partition: number): PartitionFetching {
    const { topic } = this.options;
    return {
      seek: (offset) => this.consumer.seek({ topic, partition, offset: String(offset) }),
      pause: () => this.consumer.pause([{ topic, partitions: [partition] }]),
      resume: () => this.consumer.resume([{ topic, partitions: [partition] }]),
    };
  }

  private handlers(): PartitionHandlers {
    return {
      assigned: async (partition) => {
        const resume = await this.call<Resume>(PARTITION_PATTERNS.assigned, {
          partition,
          readLog: () => this.readRange(partition),
        });
        return resume ?? { kind: 'halted' };
      },
      batch: (batch) => this.call<Resume>(PARTITION_PATTERNS.batch, batch),
      tick: async (partition) => {
        await this.call(PARTITION_PATTERNS.tick, { partition });
      },
    };
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
    await admin.connect();
    try {
      const offsets = await admin.fetchTopicOffsets(this.options.topic);
      const found = offsets.find((range) => range.partition === partition);
      if (!found) throw new Error(`the broker does not know partition ${partition} of ${this.options.topic}`);
      return { low: Number(found.low), high: Number(found.high) };
    } finally {
      await admin.disconnect();
    }
  }
}
