import { EVENTS_PARTITIONS } from '@laurel/contracts';
import { type DomainError, type Log, type Result, err, ok } from '@laurel/kernel';
import { type Kafka, type Message, Partitioners, type Producer } from 'kafkajs';
import { kafkaErrors } from './errors.js';

/** One message to write. Without `partition` the key decides, by Kafka's own rule (murmur2). */
export interface OutgoingMessage {
  readonly key: string;
  readonly value: string;
  readonly partition?: number;
}

/** Where the broker put a message. */
export interface Receipt {
  readonly partition: number;
  readonly offset: number;
}

interface Waiting {
  readonly topic: string;
  readonly messages: readonly (OutgoingMessage & { readonly partition: number })[];
  readonly settle: (result: Result<Receipt[], DomainError>) => void;
}

const ACK_DEADLINE_MS = 2_500;
const MAX_BUFFERED_MESSAGES = 20_000;
const MAX_REQUESTS_IN_FLIGHT = 4;
const MAX_MESSAGES_PER_REQUEST = 2_000;
const RETRY_AFTER_SECONDS = 2;
const ALL_REPLICAS = -1;

const PARTITION_METADATA = Array.from({ length: EVENTS_PARTITIONS }, (_, partitionId) => ({
  partitionId,
  leader: 0,
  partitionErrorCode: 0,
  replicas: [],
  isr: [],
}));
const choosePartition = Partitioners.DefaultPartitioner();

/** The partition of a key: where its single writer lives. */
export const partitionOf = (key: string): number =>
  choosePartition({ topic: '', partitionMetadata: PARTITION_METADATA, message: { key, value: null } });

/**
 * Writes to Kafka and answers once every in-sync replica has it (acks=all).
 *
 * Calls that arrive while requests are under way share the next one: a lone call goes out at once, a crowd is batched. The
 * buffer is bounded and every call is answered within 3 s: `kafka.unavailable` then, and the message may or may not have
 * been written, so a caller that retries must use the same id.
 */
export class KafkaProducer {
  private readonly producer: Producer;
  private queue: Waiting[] = [];
  private buffered = 0;
  private inFlight = 0;
  private flushScheduled = false;

  constructor(
    kafka: Kafka,
    private readonly log: Log,
  ) {
    this.producer = kafka.producer({
      createPartitioner: Partitioners.DefaultPartitioner,
      allowAutoTopicCreation: false,
      retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 500 },
    });
  }

  /** Connects if the broker is there; a later `send` connects otherwise. */
  async connect(): Promise<void> {
    await this.producer.connect();
  }

  async disconnect(): Promise<void> {
    await this.producer.disconnect();
  }

  /** @returns receipts in the order of `messages`, or `kafka.unavailable` */
  send(topic: string, messages: readonly OutgoingMessage[]): Promise<Result<Receipt[], DomainError>> {
    if (messages.length === 0) return Promise.resolve(ok([]));
    if (this.buffered + messages.length > MAX_BUFFERED_MESSAGES)
      return Promise.resolve(err(unavailable('its buffer is full')));
    this.buffered += messages.length;
    return new Promise((settle) => {
      const placed = messages.map((message) => ({
        ...message,
        partition: message.partition ?? partitionOf(message.key),
      }));
      this.queue.push({ topic, messages: placed, settle });
      this.scheduleFlush();
    });
  }

  private scheduleFlush(): void {
    if (this.flushScheduled || this.inFlight >= MAX_REQUESTS_IN_FLIGHT) return;
    this.flushScheduled = true;
    setImmediate(() => {
      this.flushScheduled = false;
      while (this.queue.length > 0 && this.inFlight < MAX_REQUESTS_IN_FLIGHT) void this.flush(this.takeBatch());
    });
  }

  private takeBatch(): Waiting[] {
    let size = 0;
    const end = this.queue.findIndex(({ messages }) => (size += messages.length) >= MAX_MESSAGES_PER_REQUEST) + 1;
    return this.queue.splice(0, end === 0 ? this.queue.length : end);
  }

  private async flush(batch: readonly Waiting[]): Promise<void> {
    this.inFlight += 1;
    try {
      const offsets = await this.produce(batch);
      for (const waiting of batch) waiting.settle(ok(receiptsOf(waiting, offsets)));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.log.warn({ messages: batch.length, reason }, 'kafka.produce_failed');
      for (const waiting of batch) waiting.settle(err(unavailable('the brokers did not acknowledge in time')));
    } finally {
      this.inFlight -= 1;
      for (const { messages } of batch) this.buffered -= messages.length;
      if (this.queue.length > 0) this.scheduleFlush();
    }
  }

  /** @returns next offset to hand out, by topic and partition */
  private async produce(batch: readonly Waiting[]): Promise<Map<string, number>> {
    const byTopic = new Map<string, Message[]>();
    for (const { topic, messages } of batch) {
      const list = byTopic.get(topic) ?? [];
      byTopic.set(topic, list);
      for (const { key, value, partition } of messages) list.push({ key, value, partition });
    }
    const sent = this.producer.sendBatch({
      acks: ALL_REPLICAS,
      timeout: ACK_DEADLINE_MS,
      topicMessages: [...byTopic].map(([topic, messages]) => ({ topic, messages })),
    });
    const metadata = await withDeadline(sent, ACK_DEADLINE_MS);
    return new Map(
      metadata.map(({ topicName, partition, baseOffset }) => [place(topicName, partition), Number(baseOffset ?? 0)]),
    );
  }
}

const place = (topic: string, partition: number): string => `${topic}|${partition}`;

/** A partition's messages keep their order in a request, so offsets count up from its base. */
function receiptsOf({ topic, messages }: Waiting, offsets: Map<string, number>): Receipt[] {
  return messages.map(({ partition }) => {
    const offset = offsets.get(place(topic, partition)) ?? 0;
    offsets.set(place(topic, partition), offset + 1);
    return { partition, offset };
  });
}

const unavailable = (why: string): DomainError =>
  kafkaErrors.unavailable(`Nothing was accepted: ${why}. Send it again with the same event id.`, {
    retryAfterSeconds: RETRY_AFTER_SECONDS,
  });

async function withDeadline<T>(work: Promise<T>, deadlineMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no acknowledgement within ${deadlineMs} ms`)), deadlineMs);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
