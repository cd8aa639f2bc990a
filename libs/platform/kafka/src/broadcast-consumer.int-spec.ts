import { topicNames } from '@laurel/contracts';
import { silentLog, testServers, uniqueTestScope, until } from '@laurel/testing';
import { BroadcastConsumer } from './broadcast-consumer.js';
import { createTopics } from './create-topics.js';
import { createKafka } from './kafka-client.js';
import { KafkaProducer } from './kafka-producer.js';

const topics = topicNames(uniqueTestScope().topicPrefix);
const kafka = createKafka({ brokers: testServers().kafkaBrokers, clientId: 'spec' }, silentLog);
const producer = new KafkaProducer(kafka, silentLog);
const admin = kafka.admin();
const running: BroadcastConsumer[] = [];

interface Listener {
  readonly consumer: BroadcastConsumer;
  readonly heard: string[];
}

/** A consumer that has heard at least one message, so that it hears all from here on. */
async function listening(): Promise<Listener> {
  const consumer = new BroadcastConsumer(kafka, 'spec', silentLog);
  running.push(consumer);
  const heard: string[] = [];
  consumer.start(topics.standings, (values) => heard.push(...values.map(String)));
  await until('it hears every partition', async () => {
    await say(...Array.from({ length: 12 }, (_, partition) => `hello ${partition}`));
    return new Set(heard).size >= 12;
  });
  return { consumer, heard };
}

/** Sends texts to one partition after another. */
async function say(...texts: string[]): Promise<void> {
  const messages = texts.map((value, index) => ({ key: 'k', value, partition: index % 12 }));
  const sent = await producer.send(topics.standings, messages);
  if (!sent.ok) throw new Error(sent.error.detail);
}

const isTestimony = (text: string) => text.startsWith('news');

beforeAll(async () => {
  await createTopics(kafka, topics, { replicationFactor: 1, retentionMs: 86_400_000 });
  await admin.connect();
});

afterAll(async () => {
  await Promise.all(running.map((consumer) => consumer.stop()));
  await producer.disconnect();
  await admin.deleteTopics({ topics: Object.values(topics) });
  await admin.disconnect();
});

describe('a broadcast consumer', () => {
  it('hears every message, as does every other instance', async () => {
    const [one, other] = [await listening(), await listening()];
    const news = Array.from({ length: 30 }, (_, index) => `news ${index}`);

    await say(...news);

    for (const { heard } of [one, other]) {
      await until('all is heard', () => heard.filter(isTestimony).length >= news.length);
      expect(heard.filter(isTestimony).sort()).toEqual([...news].sort());
    }
  });

  it('hears nothing of what was said before it came', async () => {
    await say('news of yesterday');

    const { heard } = await listening();

    expect(heard.filter(isTestimony)).toEqual([]);
  });

  it('says when it is there, and when no longer', async () => {
    const consumer = new BroadcastConsumer(kafka, 'spec', silentLog);
    expect(consumer.isJoined()).toBe(false);

    consumer.start(topics.standings, () => undefined);
    await until('it is there', () => consumer.isJoined());
    await consumer.stop();

    expect(consumer.isJoined()).toBe(false);
  });

  it('remembers nothing in the broker', async () => {
    const { consumer, heard } = await listening();
    expect(heard.length).toBeGreaterThan(0);
    await consumer.stop();

    const { groups } = await admin.listGroups();
    const mine = groups.map(({ groupId }) => groupId).filter((id) => id.startsWith('spec-'));
    for (const groupId of mine) {
      const offsets = await admin.fetchOffsets({ groupId, topics: [topics.standings] });
      expect(offsets.flatMap(({ partitions }) => partitions).every(({ offset }) => offset === '-1')).toBe(true);
    }
  });
});
