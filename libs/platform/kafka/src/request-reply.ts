import { randomUUID } from 'node:crypto';
import type { ReplyMessage, ReplyTo } from '@laurel/contracts';
import { type DomainError, type Log, type Result, ok } from '@laurel/kernel';
import type { BroadcastConsumer } from './broadcast-consumer.js';
import type { KafkaProducer } from './kafka-producer.js';
import type { Receipt } from './producer-call.js';

/** A message to be answered. Whoever answers finds `replyTo` beside its own fields. */
export interface Request {
  readonly topic: string;
  readonly key: string;
  readonly message: Readonly<Record<string, unknown>>;
}

export interface Requested<Reply> {
  /** Where the log put the message. */
  readonly receipt: Receipt;
  /** Undefined when none came in time: the message stands, and will be processed. */
  readonly reply: Reply | undefined;
}

/** Callers that wait at a time; further ones are not answered, so that an instance's memory is bounded. */
const MAX_WAITING = 10_000;

/**
 * Request and reply over Kafka: writes a message with a reply address, and waits for the answer until a deadline. Every
 * instance reads all replies and takes its own.
 *
 * It never makes writing fail: while the replies can't be read, messages go out without an address and nobody waits.
 */
export class RequestReply {
  private readonly instance = randomUUID();
  private readonly waiting = new Map<string, (reply: unknown) => void>();
  private requests = 0;
  private stopping = false;

  constructor(
    private readonly producer: Pick<KafkaProducer, 'send'>,
    private readonly replies: Pick<BroadcastConsumer, 'start' | 'stop' | 'isJoined'>,
    private readonly repliesTopic: string,
    private readonly log: Log,
  ) {}

  /** Begins to read replies, in the background. */
  start(): void {
    this.replies.start(this.repliesTopic, (values) => values.forEach((value) => this.hear(value)));
  }

  /** Whether a request would be waited for. */
  isListening(): boolean {
    return !this.stopping && this.replies.isJoined() && this.waiting.size < MAX_WAITING;
  }

  /** Lets everybody who waits go without an answer, and nobody wait any more. */
  releaseAll(): void {
    this.stopping = true;
    for (const settle of this.waiting.values()) settle(undefined);
  }

  async stop(): Promise<void> {
    this.releaseAll();
    await this.replies.stop();
  }

  /**
   * Writes a message and waits for its answer.
   *
   * @param waitMs from now to the answer; writing may take longer, for a receipt is always waited for
   * @returns error: `kafka.unavailable`, within 3 s, as of `KafkaProducer.send`
   */
  async request<Reply>(
    { topic, key, message }: Request,
    waitMs: number,
  ): Promise<Result<Requested<Reply>, DomainError>> {
    const awaited = this.isListening() ? this.await<Reply>(waitMs) : undefined;
    const addressed = awaited ? { ...message, replyTo: awaited.replyTo } : message;
    const sent = await this.producer.send(topic, [{ key, value: JSON.stringify(addressed) }]);
    if (!sent.ok) {
      awaited?.giveUp();
      return sent;
    }
    const [receipt] = sent.value;
    if (!receipt) throw new Error('the log took a message and gave no receipt');
    return ok({ receipt, reply: await awaited?.reply });
  }

  /** Enters a name that a reply can come under. */
  private await<Reply>(waitMs: number): {
    readonly replyTo: ReplyTo;
    readonly reply: Promise<Reply | undefined>;
    readonly giveUp: () => void;
  } {
    const correlation = String((this.requests += 1));
    let giveUp = (): void => undefined;
    const reply = new Promise<Reply | undefined>((resolve) => {
      const settle = (answer: unknown): void => {
        clearTimeout(timer);
        this.waiting.delete(correlation);
        resolve(answer as Reply | undefined);
      };
      giveUp = () => settle(undefined);
      const timer = setTimeout(giveUp, waitMs);
      this.waiting.set(correlation, settle);
    });
    return { replyTo: { instance: this.instance, correlation }, reply, giveUp };
  }

  private hear(value: Buffer): void {
    // Most replies are for others: they are told apart before they are parsed.
    if (this.waiting.size === 0 || !value.includes(this.instance)) return;
    const message = parseReply(value);
    if (!message) return this.log.warn({ bytes: value.length }, 'kafka.reply_unreadable');
    if (message.instance === this.instance) this.waiting.get(message.correlation)?.(message.body);
  }
}

/** Undefined for what is not a message of version 1. */
function parseReply(value: Buffer): ReplyMessage<unknown> | undefined {
  try {
    const message = JSON.parse(value.toString('utf8')) as Partial<ReplyMessage<unknown>> | null;
    const { v, instance, correlation, body } = message ?? {};
    if (v !== 1 || instance === undefined || correlation === undefined || body === undefined) return undefined;
    return { v, instance, correlation, body };
  } catch {
    return undefined;
  }
}
