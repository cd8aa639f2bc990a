import { EVENTS_PARTITIONS, type Topics, topicNames } from '@laurel/contracts';
import { silentLog, testServers, uniqueTestScope, until } from '@laurel/testing';
import { ConfigResourceTypes } from 'kafkajs';
import { checkEventsTopic } from './check-events-topic.js';
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
  created.push(topics.events, topics.outcomes, topics.standings, topics.deadLetter, topics.replies);
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
  it('makes all five and names them, four with the retention asked for', async () => {
    const topics = freshTopics();
    const lasting = [topics.events, topics.outcomes, topics.standings, topics.deadLetter];

    const names = await createTopics(kafka, topics, SETTINGS);

    expect(names).toEqual([...lasting, topics.replies]);
    for (const name of lasting) {
      expect(await partitionsOf(name)).toBe(EVENTS_PARTITIONS);
      expect(await settingsOf(name)).toMatchObject({ 'retention.ms': String(3 * DAY_MS), 'cleanup.policy': 'delete' });
    }
  });

  it('keeps replies in one partition, and for minutes alone', async () => {
    const topics = freshTopics();

    await createTopics(kafka, topics, SETTINGS);

    expect(await partitionsOf(topics.replies)).toBe(1);
    expect(await settingsOf(topics.replies)).toMatchObject({ 'retention.ms': '600000' });
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

    const made = await createTopics(kafka, topics, SETTINGS);

    expect(made).toEqual([topics.events, topics.standings, topics.deadLetter, topics.replies]);
    expect(await partitionsOf(topics.outcomes)).toBe(1);
  });

  it('refuses an events topic that exists with another number of partitions', async () => {
    const topics = freshTopics();
    await admin.createTopics({ topics: [{ topic: topics.events, numPartitions: 3 }], waitForLeaders: false });

    await expect(createTopics(kafka, topics, SETTINGS)).rejects.toThrow(
      /^kafka\.topic_mismatch: .* has 3 partitions, not 12 /,
    );
  });

  it('refuses an events topic without the append time of the broker, and takes it once that is mended', async () => {
    const topics = freshTopics();
    const topic = { topic: topics.events, numPartitions: EVENTS_PARTITIONS };
    await admin.createTopics({ topics: [topic], waitForLeaders: false });

    await expect(createTopics(kafka, topics, SETTINGS)).rejects.toThrow(
      /has message\.timestamp\.type=CreateTime, not LogAppendTime/,
    );
    await admin.alterConfigs({
      validateOnly: false,
      resources: [
        {
          type: ConfigResourceTypes.TOPIC,
          name: topics.events,
          configEntries: [{ name: 'message.timestamp.type', value: 'LogAppendTime' }],
        },
      ],
    });

    await until('the broker has taken it', async () => (await checkEventsTopic(kafka, topics.events)).ok);
    expect(await createTopics(kafka, topics, SETTINGS)).toEqual([]);
  });

  it('succeeds for all who try it at once', async () => {
    const topics = freshTopics();

    await Promise.all(Array.from({ length: 4 }, () => createTopics(kafka, topics, SETTINGS)));

    for (const topic of Object.values<string>({ ...topics }))
      expect(await partitionsOf(topic)).toBe(topic === topics.replies ? 1 : EVENTS_PARTITIONS);
  });
});
