import { EVENTS_PARTITIONS, type Topics, topicNames } from '@laurel/contracts';
import { silentLog, testServers, uniqueTestScope } from '@laurel/testing';
import { ConfigResourceTypes } from 'kafkajs';
import { createTopics } from './create-topics.js';
import { createKafka } from './kafka-client.js';

const DAY_MS = 86_400_000;
const SETTINGS = { replicationFactor: 1, retentionMs: 3 * DAY_MS };

const kafka = createKafka({ brokers: testServers().kafkaBrokers, clientId: 'spec' }, silentLog);
const admin = kafka.admin();
const created: string[] = [];

/** Topics of names that no other test uses. */
function freshTopics(): Topics {
  const topics = topicNames(uniqueTestScope().topicPrefix);
  created.push(topics.events, topics.outcomes, topics.standings, topics.deadLetter);
  return topics;
}

async function settingsOf(topic: string): Promise<Record<string, string>> {
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: [
      {
        type: ConfigResourceTypes.TOPIC,
        name: topic,
        configNames: ['retention.ms', 'message.timestamp.type', 'cleanup.policy'],
      },
    ],
  });
  return Object.fromEntries(
    resources.flatMap(({ configEntries }) => configEntries.map((entry) => [entry.configName, entry.configValue])),
  );
}

const partitionsOf = async (topic: string): Promise<number> =>
  (await admin.fetchTopicMetadata({ topics: [topic] })).topics[0]?.partitions.length ?? 0;

beforeAll(() => admin.connect());
afterAll(async () => {
  const existing = new Set(await admin.listTopics());
  await admin.deleteTopics({ topics: created.filter((topic) => existing.has(topic)) });
  await admin.disconnect();
});

describe('creating topics', () => {
  it('makes all four, with the retention asked for, and names them', async () => {
    const topics = freshTopics();

    const names = await createTopics(kafka, topics, SETTINGS);

    expect(names).toEqual([topics.events, topics.outcomes, topics.standings, topics.deadLetter]);
    for (const name of names) {
      expect(await partitionsOf(name)).toBe(EVENTS_PARTITIONS);
      expect(await settingsOf(name)).toMatchObject({ 'retention.ms': String(3 * DAY_MS), 'cleanup.policy': 'delete' });
    }
  });

  it('lets the broker write its own time on events: it is the time of every decision', async () => {
    const topics = freshTopics();
    await createTopics(kafka, topics, SETTINGS);
    const producer = kafka.producer();
    await producer.connect();

    const [receipt] = await producer.send({
      topic: topics.events,
      messages: [{ key: 'k', value: 'v', timestamp: '1000' }],
    });
    await producer.disconnect();

    expect((await settingsOf(topics.events))['message.timestamp.type']).toBe('LogAppendTime');
    expect(Number(receipt?.logAppendTime)).toBeGreaterThan(1000);
  });

  it('makes nothing and changes nothing the second time', async () => {
    const topics = freshTopics();
    await createTopics(kafka, topics, SETTINGS);

    expect(await createTopics(kafka, topics, { ...SETTINGS, retentionMs: DAY_MS })).toEqual([]);
    expect((await settingsOf(topics.events))['retention.ms']).toBe(String(3 * DAY_MS));
  });

  it('makes what is missing and leaves the others as they are', async () => {
    const topics = freshTopics();
    await admin.createTopics({ topics: [{ topic: topics.outcomes, numPartitions: 1 }], waitForLeaders: false });

    expect(await createTopics(kafka, topics, SETTINGS)).toEqual([topics.events, topics.standings, topics.deadLetter]);
    expect(await partitionsOf(topics.outcomes)).toBe(1);
  });

  it('succeeds for all who try it at once', async () => {
    const topics = freshTopics();

    await Promise.all(Array.from({ length: 4 }, () => createTopics(kafka, topics, SETTINGS)));

    for (const topic of created.slice(-4)) expect(await partitionsOf(topic)).toBe(EVENTS_PARTITIONS);
  });
});
