import { randomUUID } from 'node:crypto';
import { topicNames } from '@laurel/contracts';
import type { Log } from '@laurel/kernel';
import { silentLog, testServers, uniqueTestScope, until } from '@laurel/testing';
import type { Consumer } from 'kafkajs';
import { createTopics } from './create-topics.js';
import { createKafka } from './kafka-client.js';
import { KafkaProducer } from './kafka-producer.js';
import { SteadyConsumer, type SteadySettings } from './steady-consumer.js';

const SETTINGS: SteadySettings = { silenceMs: 30_000, retryMs: 10, maxRetryMs: 50 };
const topics = topicNames(uniqueTestScope().topicPrefix);
const kafka = createKafka({ brokers: testServers().kafkaBrokers, clientId: 'spec' }, silentLog);
const producer = new KafkaProducer(kafka, silentLog);
const admin = kafka.admin();

/** A steady consumer of the topic, with everything that is told about it. */
class Bench {
  readonly groupId = `spec-${randomUUID()}`;
  readonly made: Consumer[] = [];
  readonly joined: Consumer[] = [];
  readonly lost: string[] = [];
  readonly warnings: object[] = [];
  readonly heard: string[] = [];
  onBegin: (consumer: Consumer) => Promise<void> | void = () => undefined;
  onText: (text: string) => void = () => undefined;
  readonly steady: SteadyConsumer;

  constructor(settings: Partial<SteadySettings> = {}) {
    const log: Log = { ...silentLog, warn: (facts) => void this.warnings.push(facts) };
    const use = {
      create: () => this.create(),
      begin: (consumer: Consumer) => this.begin(consumer),
      lost: (reason: string) => void this.lost.push(reason),
    };
    this.steady = new SteadyConsumer(use, { ...SETTINGS, ...settings }, log);
  }

  /** Says a text over and over until it is heard: a consumer that has just joined does not hear what was said before. */
  async hears(text: string): Promise<void> {
    await until(`it hears ${text}`, async () => {
      await say(text);
      return this.heard.includes(text);
    });
  }

  private create(): Consumer {
    const retry = { retries: 5, restartOnFailure: () => Promise.resolve(false) };
    const consumer = kafka.consumer({ groupId: this.groupId, sessionTimeout: 6_000, maxWaitTimeInMs: 100, retry });
    this.made.push(consumer);
    return consumer;
  }

  private async begin(consumer: Consumer): Promise<void> {
    await this.onBegin(consumer);
    consumer.on(consumer.events.GROUP_JOIN, () => void this.joined.push(consumer));
    await consumer.subscribe({ topic: topics.standings });
    await consumer.run({
      autoCommit: false,
      eachMessage: async ({ message }) => {
        this.onText(String(message.value));
        this.heard.push(String(message.value));
      },
    });
  }
}

async function say(text: string): Promise<void> {
  const sent = await producer.send(topics.standings, [{ key: 'k', value: text, partition: 0 }]);
  if (!sent.ok) throw new Error(sent.error.detail);
}

const membersOf = async (groupId: string): Promise<number> =>
  (await admin.describeGroups([groupId])).groups[0]?.members.length ?? 0;

let bench: Bench;

beforeAll(async () => {
  await createTopics(kafka, topics, { replicationFactor: 1, retentionMs: 86_400_000 });
  await admin.connect();
});
afterEach(() => bench.steady.stop());
afterAll(async () => {
  await producer.disconnect();
  await admin.deleteTopics({ topics: Object.values(topics) });
  await admin.disconnect();
});

describe('a steady consumer', () => {
  it('is replaced when kafkajs has given it up for good', async () => {
    bench = new Bench();
    bench.onText = (text) => {
      // Of the errors that kafkajs does not restart after, whatever it is told.
      if (text === 'fatal' && bench.made.length === 1) throw new TypeError('a bug in the driver');
    };
    bench.steady.start();
    await bench.hears('before');

    await say('fatal');

    await until('a new one has joined', () => bench.joined.length === 2);
    await bench.hears('after');
    expect(bench.lost).toEqual([expect.stringContaining('a bug in the driver')]);
  });

  it('is replaced when it could not begin, as often as that happens', async () => {
    bench = new Bench();
    bench.onBegin = () => {
      if (bench.made.length <= 3) throw new Error('the topic is not there yet');
    };

    bench.steady.start();

    await bench.hears('news');
    expect(bench.made).toHaveLength(4);
    expect(bench.warnings).toMatchObject([{ waitMs: 10 }, { waitMs: 20 }, { waitMs: 40 }]);
  });

  it('is replaced when the broker has heard nothing of it for too long', async () => {
    // Shorter than the pause between two heartbeats: every consumer seems to have fallen silent.
    bench = new Bench({ silenceMs: 1_000 });

    bench.steady.start();

    await until('a second one has begun', () => bench.made.length > 1);
    expect(bench.lost[0]).toBe('nothing was heard of the group for 1000 ms');
  });

  it('leaves its group when it is stopped', async () => {
    bench = new Bench();
    bench.steady.start();
    await bench.hears('news');
    expect(await membersOf(bench.groupId)).toBe(1);

    await bench.steady.stop();

    expect(await membersOf(bench.groupId)).toBe(0);
  });

  it('does not wait for the back-off when it is stopped', async () => {
    bench = new Bench({ retryMs: 3_600_000, maxRetryMs: 3_600_000 });
    bench.onBegin = () => {
      throw new Error('no broker');
    };
    bench.steady.start();
    await until('it waits', () => bench.warnings.length === 1);

    await bench.steady.stop();

    expect(bench.made).toHaveLength(1);
  });
});
