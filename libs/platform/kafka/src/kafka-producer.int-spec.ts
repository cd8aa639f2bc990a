import { randomUUID } from 'node:crypto';
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';
import { topicNames, partitionOf } from '@laurel/contracts';
import { silentLog, testServers, uniqueTestScope, until } from '@laurel/testing';
import type { KafkaMessage } from 'kafkajs';
import { createTopics } from './create-topics.js';
import { createKafka } from './kafka-client.js';
import { KafkaProducer } from './kafka-producer.js';
import type { OutgoingMessage, Receipt } from './producer-call.js';

const brokers = testServers().kafkaBrokers;
const topics = topicNames(uniqueTestScope().topicPrefix);
const kafka = createKafka({ brokers, clientId: 'spec' }, silentLog);
const producer = new KafkaProducer(kafka, silentLog);
const admin = kafka.admin();

/** Everything that a topic holds, by partition and offset. */
const log = new Map<string, KafkaMessage>();
const reader = kafka.consumer({ groupId: `spec-${randomUUID()}`, maxWaitTimeInMs: 50 });

async function readBack(topic: string, receipts: readonly Receipt[]): Promise<(string | undefined)[]> {
  const places = receipts.map(({ partition, offset }) => `${topic} ${partition}:${offset}`);
  await until('all of it is read back', () => places.every((place) => log.has(place)));
  return places.map((place) => log.get(place)?.value?.toString());
}

async function sent(topic: string, messages: readonly OutgoingMessage[], by = producer): Promise<Receipt[]> {
  const result = await by.send(topic, messages);
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}

beforeAll(async () => {
  await createTopics(kafka, topics, { replicationFactor: 1, retentionMs: 86_400_000 });
  await Promise.all([admin.connect(), reader.connect()]);
  await reader.subscribe({ topics: [topics.events, topics.outcomes], fromBeginning: true });
  await reader.run({
    eachMessage: async ({ topic, partition, message }) =>
      void log.set(`${topic} ${partition}:${message.offset}`, message),
  });
});

afterAll(async () => {
  await Promise.all([producer.disconnect(), reader.disconnect()]);
  await admin.deleteTopics({ topics: Object.values(topics) });
  await admin.disconnect();
});

describe('the producer', () => {
  it('says of each message where the log has it', async () => {
    const messages = Array.from({ length: 200 }, (_, index) => ({ key: `player-${index % 7}`, value: `v${index}` }));

    const receipts = await sent(topics.events, messages);

    expect(await readBack(topics.events, receipts)).toEqual(messages.map(({ value }) => value));
  });

  it('compresses where it is told to, and every consumer of ours reads it', async () => {
    const compressing = new KafkaProducer(kafka, silentLog, { compress: true });
    const messages = Array.from({ length: 200 }, (_, index) => ({ key: `player-${index % 7}`, value: `v${index}` }));

    const receipts = await sent(topics.outcomes, messages, compressing);

    expect(await readBack(topics.outcomes, receipts)).toEqual(messages.map(({ value }) => value));
    await compressing.disconnect();
  });

  it('says so too when many calls to several topics go out together', async () => {
    const calls = Array.from({ length: 100 }, (_, index) => ({
      topic: index % 3 === 0 ? topics.outcomes : topics.events,
      messages: Array.from({ length: 1 + (index % 5) }, (__, part) => ({ key: `p${part}`, value: `${index}.${part}` })),
    }));

    const receipts = await Promise.all(calls.map(({ topic, messages }) => sent(topic, messages)));

    for (const [index, { topic, messages }] of calls.entries()) {
      expect(await readBack(topic, receipts[index] ?? [])).toEqual(messages.map(({ value }) => value));
    }
  });

  it('keeps the order of a key', async () => {
    const receipts: Receipt[] = [];
    for (let index = 0; index < 20; index += 1) {
      receipts.push(
        ...(await sent(topics.events, [
          { key: 'one', value: 'a' },
          { key: 'one', value: 'b' },
        ])),
      );
    }

    const offsets = receipts.map(({ offset }) => offset);
    expect(offsets).toEqual([...offsets].sort((left, right) => left - right));
    expect(new Set(receipts.map(({ partition }) => partition))).toEqual(new Set([partitionOf('one')]));
  });

  it('puts a key where a client without knowledge of ours puts it', async () => {
    const keys = Array.from({ length: 300 }, (_, index) => `ws_1|player-${index}`);
    const plain = kafka.producer();
    await plain.connect();

    for (const key of keys) {
      const [receipt] = await plain.send({ topic: topics.outcomes, messages: [{ key, value: '' }] });
      expect(receipt?.partition).toBe(partitionOf(key));
    }

    await plain.disconnect();
  });

  it('writes to the partition that it is told', async () => {
    const messages = Array.from({ length: 12 }, (_, partition) => ({ key: 'same', value: 'v', partition }));

    expect((await sent(topics.events, messages)).map(({ partition }) => partition)).toEqual(
      messages.map(({ partition }) => partition),
    );
  });

  it('writes more to one partition in one call than a broker takes in one request', async () => {
    const messages = Array.from({ length: 30 }, (_, index) => ({
      key: 'hot',
      value: String(index).padStart(100_000, '0'),
    }));

    const receipts = await sent(topics.events, messages);

    expect(await readBack(topics.events, receipts)).toEqual(messages.map(({ value }) => value));
  });

  it('is not spoilt by large calls of others', async () => {
    const large = () => sent(topics.events, [{ key: 'hot', value: 'x'.repeat(400_000) }]);

    const receipts = await Promise.all([
      ...Array.from({ length: 10 }, large),
      sent(topics.events, [{ key: 'hot', value: 'small' }]),
    ]);

    expect(await readBack(topics.events, receipts.at(-1) ?? [])).toEqual(['small']);
  });
});

/** A port that forwards to the broker once it is opened; before, it refuses. */
class Door {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;

  constructor(readonly port: number) {}

  static async closed(): Promise<Door> {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    return new Door(port);
  }

  /** @param target where to forward to; without one, connections are taken and never answered */
  async open(target?: string): Promise<void> {
    const [host, port] = target?.split(':') ?? [];
    this.server = createServer((socket) => {
      this.sockets.add(socket.on('error', () => undefined));
      if (port === undefined) return;
      const upstream = connect(Number(port), host);
      this.sockets.add(upstream.on('error', () => undefined));
      socket.pipe(upstream).pipe(socket);
    }).listen(this.port, '127.0.0.1');
    await new Promise((resolve) => this.server?.once('listening', resolve));
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => (this.server ? this.server.close(resolve) : resolve(undefined)));
  }
}

describe('a producer whose broker is away', () => {
  it.each([
    ['refuses connections', false],
    ['takes connections and never answers', true],
  ])('says so when it %s, and writes again as soon as it is there', async (_, silent) => {
    const door = await Door.closed();
    if (silent) await door.open();
    const away = new KafkaProducer(
      createKafka({ brokers: [`127.0.0.1:${door.port}`], clientId: 'spec' }, silentLog),
      silentLog,
    );
    expect(await away.send(topics.events, [{ key: 'k', value: 'too early' }])).toMatchObject({
      ok: false,
      error: { code: 'kafka.unavailable' },
    });
    if (silent) await door.close();

    await door.open(brokers[0]);

    const receipt = await until('a message is accepted', async () => {
      const result = await away.send(topics.events, [{ key: 'k', value: 'in time' }]);
      return result.ok && result.value;
    });
    expect(await readBack(topics.events, receipt)).toEqual(['in time']);
    await away.disconnect();
    await door.close();
  });
});
