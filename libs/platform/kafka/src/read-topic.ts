import { randomUUID } from 'node:crypto';
import type { Consumer, Kafka } from 'kafkajs';

/** Offsets of one partition: [low, high). */
export interface TopicRange {
  readonly partition: number;
  readonly low: number;
  readonly high: number;
}

/** One message of a topic, as the log has it. */
export interface TopicMessage {
  readonly partition: number;
  readonly offset: number;
  /** ms since the epoch: the broker's append time or the producer's, as the topic is set. */
  readonly timestamp: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
}

export interface ReadTopicOptions {
  readonly topic: string;
  /** What to read; partitions that are absent are not read. */
  readonly ranges: readonly TopicRange[];
  /** Called with the messages of one partition in their order; the next ones are read when it has resolved. */
  readonly onMessages: (messages: readonly TopicMessage[]) => void | Promise<void>;
  /** How long the broker may give nothing before reading fails, ms. Default 15,000. */
  readonly silenceMs?: number;
}

const SILENCE_MS = 15_000;

/** What a topic holds now, partition by partition. */
export async function topicRanges(kafka: Kafka, topic: string): Promise<TopicRange[]> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const offsets = await admin.fetchTopicOffsets(topic);
    return offsets
      .map(({ partition, low, high }) => ({ partition, low: Number(low), high: Number(high) }))
      .sort((left, right) => left.partition - right.partition);
  } finally {
    await admin.disconnect();
  }
}

/**
 * Reads ranges of a topic once, whatever is written meanwhile, and leaves nothing behind: no group remembers an offset, so
 * reading again reads the same. What retention has removed since is passed over.
 *
 * @throws what `onMessages` throws, or when the broker gives nothing for `silenceMs`
 */
export async function readTopic(kafka: Kafka, options: ReadTopicOptions): Promise<void> {
  const open = new Map(
    options.ranges.filter(({ low, high }) => low < high).map((range) => [range.partition, range] as const),
  );
  if (open.size === 0) return;
  const consumer = kafka.consumer({
    groupId: `read-${randomUUID()}`,
    allowAutoTopicCreation: false,
    maxWaitTimeInMs: 200,
    retry: { retries: 5, initialRetryTime: 200, maxRetryTime: 1_000 },
  });
  try {
    await consumer.connect();
    await consumer.subscribe({ topic: options.topic, fromBeginning: true });
    await readRanges(consumer, open, options);
  } finally {
    await consumer.disconnect();
  }
}

function readRanges(consumer: Consumer, open: Map<number, TopicRange>, options: ReadTopicOptions): Promise<void> {
  const { topic, onMessages, silenceMs = SILENCE_MS } = options;
  const firsts = [...open.values()];
  return new Promise((resolve, reject) => {
    const silent = (): void => reject(new Error(`the broker gave nothing of ${topic} for ${silenceMs} ms`));
    let timer = setTimeout(silent, silenceMs);
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      settle();
    };
    consumer.on(consumer.events.CRASH, ({ payload }) => end(() => reject(payload.error)));
    const running = consumer.run({
      autoCommit: false,
      eachBatch: async ({ batch }) => {
        const range = open.get(batch.partition);
        if (!range) return;
        clearTimeout(timer);
        try {
          const wanted = batch.messages
            .map((message) => toTopicMessage(batch.partition, message))
            .filter(within(range));
          if (wanted.length > 0) await onMessages(wanted);
        } catch (error) {
          end(() => reject(error instanceof Error ? error : new Error(String(error))));
          return;
        }
        timer = setTimeout(silent, silenceMs);
        if (Number(batch.lastOffset()) >= range.high - 1) open.delete(batch.partition);
        if (open.size === 0) end(resolve);
      },
    });
    running.then(
      () => firsts.forEach(({ partition, low }) => consumer.seek({ topic, partition, offset: String(low) })),
      (error: unknown) => end(() => reject(error instanceof Error ? error : new Error(String(error)))),
    );
  });
}

const within =
  ({ low, high }: TopicRange) =>
  ({ offset }: TopicMessage): boolean =>
    offset >= low && offset < high;

const toTopicMessage = (
  partition: number,
  message: {
    readonly offset: string;
    readonly timestamp: string;
    readonly key: Buffer | null;
    readonly value: Buffer | null;
  },
): TopicMessage => ({
  partition,
  offset: Number(message.offset),
  timestamp: Number(message.timestamp),
  key: message.key,
  value: message.value,
});
