import { EVENTS_PARTITIONS } from '@laurel/contracts';
import { type DomainError, type Log, type Result, err, ok } from '@laurel/kernel';
import { type Kafka, type Message, Partitioners, type Producer, type RecordMetadata } from 'kafkajs';
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

type Placed = OutgoingMessage & { readonly partition: number };

/** A call that has not been answered yet. */
interface Waiting {
  readonly topic: string;
  readonly messages: readonly Placed[];
  readonly bytes: number;
  /** Of its first messages, as far as they are acknowledged. */
  readonly receipts: Receipt[];
  answered: boolean;
  /** Answers the call; only the first answer counts. */
  settle(result: Result<Receipt[], DomainError>): void;
}

/** One message on its way, with the call that waits for it. */
interface Outgoing {
  readonly message: Placed;
  readonly waiting: Waiting;
}

/** From a call to its answer; leaves half a second of the three to those who must answer within them. */
const ANSWER_WITHIN_MS = 2_500;
const MAX_BUFFERED_MESSAGES = 20_000;
const MAX_REQUESTS_IN_FLIGHT = 4;
const MAX_MESSAGES_PER_REQUEST = 2_000;
/** A broker refuses a request with more than 1 MiB for one partition (message.max.bytes). */
const MAX_REQUEST_BYTES = 900_000;
/** Upper bound of what the format adds to key and value of a message. */
const MESSAGE_OVERHEAD_BYTES = 64;
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
 * Calls that arrive while requests are under way share the next one: a lone call goes out at once, a crowd is batched. A call
 * too large for one request takes several, one after the other. The buffer is bounded and every call is answered within 3 s:
 * `kafka.unavailable` then, and the messages may or may not have been written, so a caller that retries must use the same ids.
 */
export class KafkaProducer {
  private readonly producer: Producer;
  private connecting: Promise<void> | undefined;
  private readonly unanswered = new Set<Promise<unknown>>();
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
  connect(): Promise<void> {
    this.connecting ??= this.producer.connect().catch((error: unknown) => {
      this.connecting = undefined;
      throw error;
    });
    return this.connecting;
  }

  /** Ends the connection after every call under way is answered. */
  async disconnect(): Promise<void> {
    await Promise.all(this.unanswered);
    await this.producer.disconnect();
  }

  /** @returns receipts in the order of `messages`, or `kafka.unavailable` */
  send(topic: string, messages: readonly OutgoingMessage[]): Promise<Result<Receipt[], DomainError>> {
    if (messages.length === 0) return Promise.resolve(ok([]));
    if (this.buffered + messages.length > MAX_BUFFERED_MESSAGES) return Promise.resolve(err(BUFFER_FULL));
    this.buffered += messages.length;
    const answer = new Promise<Result<Receipt[], DomainError>>((resolve) => {
      this.queue.push(this.waitingCall(topic, messages, resolve));
      this.scheduleFlush();
    });
    this.unanswered.add(answer);
    void answer.then(() => this.unanswered.delete(answer));
    return answer;
  }

  private waitingCall(
    topic: string,
    messages: readonly OutgoingMessage[],
    resolve: (result: Result<Receipt[], DomainError>) => void,
  ): Waiting {
    const timer = setTimeout(() => waiting.settle(err(NOT_ACKNOWLEDGED)), ANSWER_WITHIN_MS);
    const waiting: Waiting = {
      topic,
      messages: messages.map((message) => ({ ...message, partition: message.partition ?? partitionOf(message.key) })),
      bytes: messages.reduce((sum, message) => sum + bytesOf(message), 0),
      receipts: [],
      answered: false,
      settle: (result) => {
        if (waiting.answered) return;
        waiting.answered = true;
        clearTimeout(timer);
        this.buffered -= messages.length;
        resolve(result);
      },
    };
    return waiting;
  }

  private scheduleFlush(): void {
    if (this.flushScheduled || this.inFlight >= MAX_REQUESTS_IN_FLIGHT) return;
    this.flushScheduled = true;
    setImmediate(() => {
      this.flushScheduled = false;
      while (this.queue.length > 0 && this.inFlight < MAX_REQUESTS_IN_FLIGHT) void this.flush(this.takeBatch());
    });
  }

  /** The calls of the next request: at least one, and no further one that does not fit. */
  private takeBatch(): Waiting[] {
    let [count, bytes] = [0, 0];
    const end = this.queue.findIndex((waiting) => {
      count += waiting.messages.length;
      bytes += waiting.bytes;
      return count > MAX_MESSAGES_PER_REQUEST || bytes > MAX_REQUEST_BYTES;
    });
    return this.queue.splice(0, end === -1 ? this.queue.length : Math.max(1, end));
  }

  private async flush(batch: readonly Waiting[]): Promise<void> {
    this.inFlight += 1;
    try {
      // A call that waited too long was answered without having been sent.
      const messages = batch.filter(({ answered }) => !answered).flatMap(outgoing);
      for (const request of inRequests(messages)) await this.produce(request);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.log.warn({ calls: batch.length, reason }, 'kafka.produce_failed');
      for (const waiting of batch) waiting.settle(err(NOT_ACKNOWLEDGED));
    } finally {
      this.inFlight -= 1;
      if (this.queue.length > 0) this.scheduleFlush();
    }
  }

  /** Sends one request, notes the receipts, and answers the calls that are complete with it. */
  private async produce(request: readonly Outgoing[]): Promise<void> {
    const byTopic = new Map<string, Message[]>();
    for (const { waiting, message } of request) {
      const { key, value, partition } = message;
      const messages = byTopic.get(waiting.topic) ?? [];
      byTopic.set(waiting.topic, messages);
      messages.push({ key, value, partition });
    }
    const sent = this.connect().then(() =>
      this.producer.sendBatch({
        acks: ALL_REPLICAS,
        timeout: ANSWER_WITHIN_MS,
        topicMessages: [...byTopic].map(([topic, messages]) => ({ topic, messages })),
      }),
    );
    noteReceipts(request, await withDeadline(sent, ANSWER_WITHIN_MS));
    for (const { waiting } of request) {
      if (waiting.receipts.length === waiting.messages.length) waiting.settle(ok(waiting.receipts));
    }
  }
}

const bytesOf = ({ key, value }: OutgoingMessage): number =>
  Buffer.byteLength(key) + Buffer.byteLength(value) + MESSAGE_OVERHEAD_BYTES;

const outgoing = (waiting: Waiting): Outgoing[] => waiting.messages.map((message) => ({ message, waiting }));

/** Cuts messages into requests that a broker takes, in order. */
function inRequests(messages: readonly Outgoing[]): Outgoing[][] {
  const requests: Outgoing[][] = [];
  let bytes = Infinity;
  for (const each of messages) {
    const size = bytesOf(each.message);
    if (bytes + size > MAX_REQUEST_BYTES) {
      requests.push([]);
      bytes = 0;
    }
    requests.at(-1)?.push(each);
    bytes += size;
  }
  return requests;
}

/** A partition's messages keep their order in a request, so offsets count up from its base. */
function noteReceipts(request: readonly Outgoing[], metadata: readonly RecordMetadata[]): void {
  const place = (topic: string, partition: number): string => `${topic}|${partition}`;
  const next = new Map(
    metadata.flatMap(({ topicName, partition, baseOffset }): [string, number][] =>
      baseOffset === undefined ? [] : [[place(topicName, partition), Number(baseOffset)]],
    ),
  );
  for (const { waiting, message } of request) {
    const key = place(waiting.topic, message.partition);
    const offset = next.get(key);
    if (offset === undefined) throw new Error(`the broker gave no offset for partition ${message.partition}`);
    next.set(key, offset + 1);
    waiting.receipts.push({ partition: message.partition, offset });
  }
}

const BUFFER_FULL: DomainError = kafkaErrors.unavailable('Nothing was accepted: too much is waiting already.', {
  retryAfterSeconds: RETRY_AFTER_SECONDS,
});

const NOT_ACKNOWLEDGED: DomainError = kafkaErrors.unavailable(
  'The brokers did not acknowledge in time, and may or may not have it. Send it again under the same id: it counts once.',
  { retryAfterSeconds: RETRY_AFTER_SECONDS },
);

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
