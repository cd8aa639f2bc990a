import { type ReplyMessage, type ReplyTo, topicNames } from '@laurel/contracts';
import { silentLog, testServers, uniqueTestScope, until } from '@laurel/testing';
import { BroadcastConsumer } from './broadcast-consumer.js';
import { createTopics } from './create-topics.js';
import { createKafka } from './kafka-client.js';
import { KafkaProducer } from './kafka-producer.js';
import { RequestReply } from './request-reply.js';

const topics = topicNames(uniqueTestScope().topicPrefix);
const kafka = createKafka({ brokers: testServers().kafkaBrokers, clientId: 'spec' }, silentLog);
const producer = new KafkaProducer(kafka, silentLog);
const admin = kafka.admin();
const running: { stop(): Promise<void> }[] = [];

const WAIT_MS = 10_000;

/** One gateway's end. */
async function instance(): Promise<RequestReply> {
  const replies = new BroadcastConsumer(kafka, 'spec-replies', silentLog);
  const requests = new RequestReply(producer, replies, topics.replies, silentLog);
  running.push(requests);
  requests.start();
  // From the first answer on it hears all.
  await until('an answer comes', async () => (await ask(requests, 'hello', 500)) === 'HELLO', 60_000);
  return requests;
}

async function ask(requests: RequestReply, text: string, waitMs = WAIT_MS): Promise<string | undefined> {
  const answered = await requests.request<string>({ topic: topics.events, key: text, message: { text } }, waitMs);
  if (!answered.ok) throw new Error(answered.error.detail);
  return answered.value.reply;
}

beforeAll(async () => {
  await createTopics(kafka, topics, { replicationFactor: 1, retentionMs: 86_400_000 });
  await admin.connect();
  // Whoever answers: says everything louder, and twice.
  const answering = new BroadcastConsumer(kafka, 'spec-answers', silentLog);
  running.push(answering);
  answering.start(topics.events, (values) => {
    const messages = values.flatMap((value) => {
      const { text, replyTo } = JSON.parse(String(value)) as { text: string; replyTo?: ReplyTo };
      if (!replyTo || text === 'nothing') return [];
      const reply: ReplyMessage<string> = { v: 1, ...replyTo, body: text.toUpperCase() };
      const message = { key: replyTo.instance, value: JSON.stringify(reply), partition: 0 };
      return [message, message];
    });
    void producer.send(topics.replies, messages);
  });
  await until('it is there', () => answering.isJoined());
});

afterAll(async () => {
  await Promise.all(running.map((one) => one.stop()));
  await producer.disconnect();
  await admin.deleteTopics({ topics: Object.values(topics) });
  await admin.disconnect();
});

describe('request and reply over Kafka', () => {
  it('brings each answer to the one who asked, of two instances that ask at once', async () => {
    const [one, other] = await Promise.all([instance(), instance()]);
    const words = Array.from({ length: 50 }, (_, index) => `word ${index}`);

    const answers = await Promise.all(words.map((word, index) => ask(index % 2 ? one : other, word)));

    expect(answers).toEqual(words.map((word) => word.toUpperCase()));
  });

  it('gives up at the deadline', async () => {
    const requests = await instance();
    expect(await ask(requests, 'nothing', 100)).toBeUndefined();
    expect(await ask(requests, 'something')).toBe('SOMETHING');
  });

  it('asks without waiting before it has joined, and after it was stopped', async () => {
    const requests = new RequestReply(
      producer,
      new BroadcastConsumer(kafka, 'spec-replies', silentLog),
      topics.replies,
      silentLog,
    );
    expect(requests.isListening()).toBe(false);
    expect(await ask(requests, 'early')).toBeUndefined();

    const listening = await instance();
    await listening.stop();

    expect(listening.isListening()).toBe(false);
    expect(await ask(listening, 'late')).toBeUndefined();
  });
});
