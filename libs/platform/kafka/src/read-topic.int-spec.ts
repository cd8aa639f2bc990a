import { topicNames } from '@laurel/contracts';
import { silentLog, testServers, uniqueTestScope } from '@laurel/testing';
import { createTopics } from './create-topics.js';
import { createKafka } from './kafka-client.js';
import { KafkaProducer } from './kafka-producer.js';
import { type TopicMessage, readTopic, topicRanges } from './read-topic.js';

const topics = topicNames(uniqueTestScope().topicPrefix);
const kafka = createKafka({ brokers: testServers().kafkaBrokers, clientId: 'spec' }, silentLog);
const producer = new KafkaProducer(kafka, silentLog);

async function write(...texts: string[]): Promise<void> {
  const sent = await producer.send(
    topics.deadLetter,
    texts.map((value, index) => ({ key: 'k', value, partition: index % 12 })),
  );
  if (!sent.ok) throw new Error(sent.error.detail);
}

async function read(ranges?: Awaited<ReturnType<typeof topicRanges>>): Promise<TopicMessage[]> {
  const found: TopicMessage[] = [];
  await readTopic(kafka, {
    topic: topics.deadLetter,
    ranges: ranges ?? (await topicRanges(kafka, topics.deadLetter)),
    onMessages: (messages) => void found.push(...messages),
  });
  return found;
}

const textsOf = (messages: readonly TopicMessage[]) => messages.map(({ value }) => String(value)).sort();
const numbered = (from: number, count: number) => Array.from({ length: count }, (_, index) => `m${from + index}`);

beforeAll(async () => {
  await createTopics(kafka, topics, { replicationFactor: 1, retentionMs: 86_400_000 });
  await producer.connect();
});

afterAll(async () => {
  await producer.disconnect();
  const admin = kafka.admin();
  await admin.connect();
  await admin.deleteTopics({ topics: Object.values(topics) });
  await admin.disconnect();
});

describe('reading a topic', () => {
  it('gives nothing of an empty one, and ends', async () => {
    expect(await read()).toEqual([]);
  });

  it('gives every message of every partition once, each partition in its order, and the same again', async () => {
    await write(...numbered(100, 200));

    const first = await read();

    expect(textsOf(first)).toEqual(numbered(100, 200).sort());
    for (let partition = 0; partition < 12; partition += 1) {
      const offsets = first.filter((message) => message.partition === partition).map(({ offset }) => offset);
      expect(offsets).toEqual(offsets.map((_, index) => index));
    }
    expect(textsOf(await read())).toEqual(textsOf(first));
  });

  it('gives only what the ranges name, though more is there', async () => {
    await write(...numbered(300, 24));

    const found = await read([
      { partition: 3, low: 2, high: 4 },
      { partition: 5, low: 1, high: 2 },
    ]);

    expect(found.map(({ partition, offset }) => `${partition}:${offset}`).sort()).toEqual(['3:2', '3:3', '5:1']);
  });

  it('fails with what its reader throws', async () => {
    const ranges = await topicRanges(kafka, topics.deadLetter);
    const reading = readTopic(kafka, {
      topic: topics.deadLetter,
      ranges,
      onMessages: () => {
        throw new Error('full');
      },
    });

    await expect(reading).rejects.toThrow('full');
  });

  it('fails when the broker gives nothing of what was asked for', async () => {
    const reading = readTopic(kafka, {
      topic: topics.deadLetter,
      ranges: [{ partition: 0, low: 1_000_000, high: 1_000_001 }],
      onMessages: () => undefined,
      silenceMs: 500,
    });

    await expect(reading).rejects.toThrow(`the broker gave nothing of ${topics.deadLetter} for 500 ms`);
  });
});
