import { type DomainError, type Log, type Result, err, ok } from '@laurel/kernel';
import { CompressionTypes, type Kafka, Partitioners, type Producer } from 'kafkajs';
import { CallDeadlines } from './call-deadlines.js';
import { kafkaErrors } from './errors.js';
import {
  type Outgoing,
  type OutgoingMessage,
  ProducerCall,
  RETRY_AFTER_SECONDS,
  type Receipt,
} from './producer-call.js';
import { MAX_REQUEST_BYTES, acknowledge, byTopic, inRequests } from './producer-request.js';
import { RequestPace } from './request-pace.js';

/** From a call to its answer; leaves half a second of the three to those who must answer within them. */
const ANSWER_WITHIN_MS = 2_500;
const MAX_BUFFERED_MESSAGES = 20_000;
const MAX_REQUESTS_IN_FLIGHT = 4;
const MAX_MESSAGES_PER_REQUEST = 2_000;
/** Requests that may follow each other at once, and the interval of those that come after. */
const BURST_REQUESTS = 4;
const REQUEST_INTERVAL_MS = 2;
/** So many messages or bytes are worth a request of their own: waiting for more would save nothing. */
const GOOD_REQUEST_MESSAGES = 500;
const GOOD_REQUEST_BYTES = 400_000;
const ALL_REPLICAS = -1;

export interface ProducerSettings {
  /** Whether requests are compressed: worth it for large ones whose messages resemble each other. */
  readonly compress?: boolean;
}

/**
 * Writes to Kafka and answers once every in-sync replica has it (acks=all).
 *
 * A lone call goes out at once. In a crowd, calls that arrive within two milliseconds, or while requests are under way, share
 * the next one. A call too large for one request takes several, one after the other. The buffer is bounded and every call is
 * answered within 3 s: `kafka.unavailable` then, and the messages may or may not have been written, so a caller that retries
 * must use the same ids.
 */
export class KafkaProducer {
  private readonly producer: Producer;
  private connecting: Promise<void> | undefined;
  private readonly deadlines = new CallDeadlines();
  private readonly pace = new RequestPace(BURST_REQUESTS, REQUEST_INTERVAL_MS);
  private queue: ProducerCall[] = [];
  private readonly queued = { messages: 0, bytes: 0 };
  private buffered = 0;
  private inFlight = 0;
  private flushScheduled = false;
  private paced: NodeJS.Timeout | undefined;

  constructor(
    kafka: Kafka,
    private readonly log: Log,
    private readonly settings: ProducerSettings = {},
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
    await this.deadlines.allAnswered();
    await this.producer.disconnect();
  }

  /** @returns receipts in the order of `messages`, or `kafka.unavailable` */
  send(topic: string, messages: readonly OutgoingMessage[]): Promise<Result<Receipt[], DomainError>> {
    if (messages.length === 0) return Promise.resolve(ok([]));
    if (this.buffered + messages.length > MAX_BUFFERED_MESSAGES) return Promise.resolve(err(BUFFER_FULL));
    return new Promise((resolve) => {
      const dueAt = performance.now() + ANSWER_WITHIN_MS;
      const call = new ProducerCall(topic, messages, dueAt, (answered, answer) => {
        this.buffered -= messages.length;
        this.deadlines.remove(answered);
        resolve(answer);
      });
      this.buffered += messages.length;
      this.deadlines.add(call);
      this.enqueue(call);
    });
  }

  private enqueue(call: ProducerCall): void {
    this.queue.push(call);
    this.queued.messages += call.messages.length;
    this.queued.bytes += call.bytes;
    this.scheduleFlush();
  }

  private scheduleFlush(): void {
    if (this.flushScheduled || this.inFlight >= MAX_REQUESTS_IN_FLIGHT) return;
    if (this.paced && !this.isWorthARequest()) return;
    this.flushScheduled = true;
    setImmediate(() => {
      this.flushScheduled = false;
      this.flushQueue();
    });
  }

  private isWorthARequest(): boolean {
    return this.queued.messages >= GOOD_REQUEST_MESSAGES || this.queued.bytes >= GOOD_REQUEST_BYTES;
  }

  private flushQueue(): void {
    while (this.queue.length > 0 && this.inFlight < MAX_REQUESTS_IN_FLIGHT) {
      const now = performance.now();
      const waitMs = this.isWorthARequest() ? 0 : this.pace.waitMs(now);
      if (waitMs > 0) return this.flushAfter(waitMs);
      this.pace.sent(now);
      void this.flush(this.takeBatch());
    }
  }

  private flushAfter(waitMs: number): void {
    this.paced ??= setTimeout(() => {
      this.paced = undefined;
      this.flushQueue();
    }, waitMs);
  }

  /** The calls of the next request: at least one, and no further one that does not fit. */
  private takeBatch(): ProducerCall[] {
    let [count, messages, bytes] = [0, 0, 0];
    for (const call of this.queue) {
      const fits =
        messages + call.messages.length <= MAX_MESSAGES_PER_REQUEST && bytes + call.bytes <= MAX_REQUEST_BYTES;
      if (count > 0 && !fits) break;
      count += 1;
      messages += call.messages.length;
      bytes += call.bytes;
    }
    this.queued.messages -= messages;
    this.queued.bytes -= bytes;
    return this.queue.splice(0, count);
  }

  private async flush(batch: readonly ProducerCall[]): Promise<void> {
    this.inFlight += 1;
    try {
      // A call that waited too long was answered without having been sent.
      const messages = batch.filter(({ answered }) => !answered).flatMap((call) => call.messages);
      for (const request of inRequests(messages)) await this.produce(request);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.log.warn({ calls: batch.length, reason }, 'kafka.produce_failed');
      for (const call of batch) call.giveUp();
    } finally {
      this.inFlight -= 1;
      if (this.queue.length > 0) this.scheduleFlush();
    }
  }

  /** Sends one request, which answers the calls that are complete with it. */
  private async produce(request: readonly Outgoing[]): Promise<void> {
    const sent = this.connect().then(() =>
      this.producer.sendBatch({
        acks: ALL_REPLICAS,
        compression: this.settings.compress ? CompressionTypes.ZSTD : CompressionTypes.None,
        timeout: ANSWER_WITHIN_MS,
        topicMessages: byTopic(request),
      }),
    );
    acknowledge(request, await withDeadline(sent, ANSWER_WITHIN_MS));
  }
}

const BUFFER_FULL: DomainError = kafkaErrors.unavailable('Nothing was accepted: too much is waiting already.', {
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
