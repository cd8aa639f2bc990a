import { partitionOf } from '@laurel/contracts';
import { silentLog } from '@laurel/testing';
import type { Kafka, ProducerBatch, RecordMetadata } from 'kafkajs';
import { KafkaProducer } from './kafka-producer.js';
import type { OutgoingMessage } from './producer-call.js';

interface Request {
  readonly batch: ProducerBatch;
  acknowledge(): void;
  refuse(): void;
}

/** kafkajs's producer without a broker: connects and acknowledges when a test says so. */
class FakeKafka {
  readonly requests: Request[] = [];
  connected = false;
  connects = 0;
  onConnect: () => Promise<void> = () => Promise.resolve();
  onRequest: (request: Request) => void = (request) => request.acknowledge();
  private readonly ends = new Map<string, number>();

  asKafka(): Kafka {
    const producer = {
      connect: async () => {
        this.connects += 1;
        await this.onConnect();
        this.connected = true;
      },
      disconnect: () => {
        this.connected = false;
        return Promise.resolve();
      },
      sendBatch: (batch: ProducerBatch) => this.sendBatch(batch),
    };
    return { producer: () => producer } as unknown as Kafka;
  }

  private sendBatch(batch: ProducerBatch): Promise<RecordMetadata[]> {
    if (!this.connected) return Promise.reject(new Error('The producer is disconnected'));
    return new Promise((resolve, reject) => {
      const request = {
        batch,
        acknowledge: () => resolve(this.append(batch)),
        refuse: () => reject(new Error('NOT_ENOUGH_REPLICAS')),
      };
      this.requests.push(request);
      this.onRequest(request);
    });
  }

  /** Gives offsets as a broker does: each partition of a request has one base offset. */
  private append({ topicMessages = [] }: ProducerBatch): RecordMetadata[] {
    const bases = new Map<string, RecordMetadata>();
    for (const { topic, messages } of topicMessages) {
      for (const { partition = -1 } of messages) {
        const place = `${topic} ${partition}`;
        const end = this.ends.get(place) ?? 0;
        if (!bases.has(place)) {
          bases.set(place, { topicName: topic, partition, errorCode: 0, baseOffset: String(end) });
        }
        this.ends.set(place, end + 1);
      }
    }
    return [...bases.values()];
  }
}

const message = (key: string, value = 'v', more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  key,
  value,
  ...more,
});
const bytesOf = ({ batch }: Request) =>
  (batch.topicMessages ?? [])
    .flatMap(({ messages }) => messages)
    .reduce((sum, { value }) => sum + String(value).length, 0);
const valuesOf = ({ batch }: Request) =>
  (batch.topicMessages ?? []).flatMap(({ messages }) => messages.map(({ value }) => String(value)));
const turn = () => new Promise((resolve) => setImmediate(resolve));

let kafka: FakeKafka;
let producer: KafkaProducer;

beforeEach(() => {
  kafka = new FakeKafka();
  producer = new KafkaProducer(kafka.asKafka(), silentLog);
});

describe('what is sent', () => {
  it('is answered with a place per message, in the order given', async () => {
    const messages = [0, 1, 0, 2, 1, 0].map((partition) => message('k', 'v', { partition }));

    expect(await producer.send('events', messages)).toEqual({
      ok: true,
      value: [
        { partition: 0, offset: 0 },
        { partition: 1, offset: 0 },
        { partition: 0, offset: 1 },
        { partition: 2, offset: 0 },
        { partition: 1, offset: 1 },
        { partition: 0, offset: 2 },
      ],
    });
  });

  it('shares requests in a crowd, and each call hears of its own messages', async () => {
    const calls = Array.from({ length: 50 }, (_, index) =>
      producer.send(index % 2 === 0 ? 'events' : 'outcomes', [message('k', `v${index}`, { partition: 3 })]),
    );

    const receipts = await Promise.all(calls);

    expect(kafka.requests).toHaveLength(1);
    expect(receipts.map((receipt) => receipt.ok && receipt.value[0]?.offset)).toEqual(
      Array.from({ length: 50 }, (_, index) => Math.floor(index / 2)),
    );
  });

  it('goes out at once when nothing else does', async () => {
    kafka.onRequest = () => undefined;

    void producer.send('events', [message('a')]);
    await turn();
    void producer.send('events', [message('b')]);
    await turn();

    expect(kafka.requests).toHaveLength(2);
    for (const request of kafka.requests) request.acknowledge();
  });

  it('waits for a share of the next request when four are under way', async () => {
    kafka.onRequest = () => undefined;
    const calls = [];
    for (let index = 0; index < 10; index += 1) {
      calls.push(producer.send('events', [message('k', `v${index}`)]));
      await turn();
    }
    expect(kafka.requests.map(valuesOf)).toEqual([['v0'], ['v1'], ['v2'], ['v3']]);

    kafka.onRequest = (request) => request.acknowledge();
    kafka.requests[0]?.acknowledge();
    await Promise.all(calls.slice(4));

    expect(valuesOf(kafka.requests[4] as Request)).toEqual(['v4', 'v5', 'v6', 'v7', 'v8', 'v9']);
    for (const request of kafka.requests) request.acknowledge();
  });

  it('shares requests with those that come within two milliseconds, once four have gone out', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    try {
      const calls = [];
      for (let index = 0; index < 10; index += 1) {
        calls.push(producer.send('events', [message('k', `v${index}`)]));
        await turn();
      }
      expect(kafka.requests.map(valuesOf)).toEqual([['v0'], ['v1'], ['v2'], ['v3']]);

      await jest.advanceTimersByTimeAsync(2);
      await Promise.all(calls);

      expect(kafka.requests.slice(4).map(valuesOf)).toEqual([['v4', 'v5', 'v6', 'v7', 'v8', 'v9']]);
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });

  it('waits for nobody when it is worth a request of its own', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    try {
      const large = () =>
        producer.send(
          'events',
          Array.from({ length: 500 }, () => message('k')),
        );
      for (let index = 0; index < 10; index += 1) expect((await large()).ok).toBe(true);
      expect(kafka.requests).toHaveLength(10);
    } finally {
      jest.useRealTimers();
    }
  });

  it('is nothing at all when there are no messages', async () => {
    expect(await producer.send('events', [])).toEqual({ ok: true, value: [] });
    expect(kafka.requests).toEqual([]);
  });

  it('goes out in requests that a broker takes: it refuses more than a megabyte for one partition', async () => {
    const large = Array.from({ length: 40 }, (_, index) =>
      message('k', String(index).padStart(100_000, '0'), { partition: 1 }),
    );

    const receipts = await producer.send('events', large);

    expect(Math.max(...kafka.requests.map(bytesOf))).toBeLessThanOrEqual(1_000_000);
    expect(kafka.requests.flatMap(valuesOf)).toEqual(large.map(({ value }) => value));
    expect(receipts).toEqual({ ok: true, value: large.map((_, offset) => ({ partition: 1, offset })) });
  });

  it('of several large calls goes out in requests that a broker takes', async () => {
    const calls = Array.from({ length: 20 }, () => producer.send('events', [message('k', 'x'.repeat(300_000))]));

    const receipts = await Promise.all(calls);

    expect(Math.max(...kafka.requests.map(bytesOf))).toBeLessThanOrEqual(1_000_000);
    expect(receipts.every(({ ok }) => ok)).toBe(true);
  });

  it('counts bytes, not characters', async () => {
    const large = Array.from({ length: 10 }, () => message('k', '€'.repeat(50_000), { partition: 1 }));

    await producer.send('events', large);

    expect(Math.max(...kafka.requests.map((request) => bytesOf(request) * 3))).toBeLessThanOrEqual(1_000_000);
  });

  it('keeps its order when it takes several requests: none goes out before the one before it is acknowledged', async () => {
    kafka.onRequest = () => undefined;
    const sent = producer.send(
      'events',
      Array.from({ length: 4 }, () => message('k', 'x'.repeat(600_000))),
    );
    await turn();
    await turn();

    expect(kafka.requests).toHaveLength(1);
    kafka.onRequest = (request) => request.acknowledge();
    kafka.requests[0]?.acknowledge();

    expect((await sent).ok).toBe(true);
    expect(kafka.requests).toHaveLength(4);
  });
});

describe('what can not be sent', () => {
  const unavailable = { ok: false, error: { code: 'kafka.unavailable', kind: 'unavailable', retryAfterSeconds: 2 } };

  it('is answered so when the brokers refuse it', async () => {
    kafka.onRequest = (request) => request.refuse();

    expect(await producer.send('events', [message('k')])).toMatchObject(unavailable);
  });

  it('is answered so when there is no room for it, without waiting', async () => {
    kafka.onRequest = () => undefined;
    const filling = producer.send(
      'events',
      Array.from({ length: 20_000 }, () => message('k')),
    );

    expect(await producer.send('events', [message('k')])).toMatchObject(unavailable);

    await turn();
    kafka.onRequest = (request) => request.acknowledge();
    kafka.requests[0]?.acknowledge();
    expect((await filling).ok).toBe(true);
    expect((await producer.send('events', [message('k')])).ok).toBe(true);
  });

  it('is answered so within three seconds, also for those that wait behind others, when the brokers are silent', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    try {
      kafka.onRequest = () => undefined;
      const answers: unknown[] = [];
      for (let index = 0; index < 12; index += 1) {
        void producer.send('events', [message('k', `v${index}`)]).then((answer) => answers.push(answer));
        await turn();
      }

      await jest.advanceTimersByTimeAsync(3_000);

      expect(answers).toHaveLength(12);
      for (const answer of answers) expect(answer).toMatchObject(unavailable);
    } finally {
      jest.useRealTimers();
    }
  });

  it('is not written later, when it was answered before it was ever sent', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    try {
      kafka.onRequest = () => undefined;
      // Each fills a request: four are under way, and the rest wait too long.
      for (let index = 0; index < 12; index += 1) {
        void producer.send('events', [message('k', `v${index}`.padEnd(600_000))]);
        await turn();
      }
      await jest.advanceTimersByTimeAsync(3_000);
      kafka.onRequest = (request) => request.acknowledge();

      const later = producer.send('events', [message('k', 'later')]);
      await jest.advanceTimersByTimeAsync(2_400);

      expect((await later).ok).toBe(true);
      expect(kafka.requests.flatMap(valuesOf).map((value) => value.trim())).toEqual([
        ...Array.from({ length: 4 }, (_, index) => `v${index}`),
        'later',
      ]);
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('the connection', () => {
  it('is made by the first call when nobody asked for it', async () => {
    expect((await producer.send('events', [message('k')])).ok).toBe(true);
    expect((await producer.send('events', [message('k')])).ok).toBe(true);

    expect(kafka.connects).toBe(1);
  });

  it('is made by a later call when the broker was not there at the start', async () => {
    kafka.onConnect = () => Promise.reject(new Error('ECONNREFUSED'));
    await expect(producer.connect()).rejects.toThrow('ECONNREFUSED');
    expect((await producer.send('events', [message('k')])).ok).toBe(false);
    kafka.onConnect = () => Promise.resolve();

    expect((await producer.send('events', [message('k')])).ok).toBe(true);
  });

  it('ends after what is still being sent is acknowledged', async () => {
    kafka.onRequest = () => undefined;
    await producer.connect();
    const sent = producer.send('events', [message('k')]);
    let disconnected = false;

    const ending = producer.disconnect().then(() => (disconnected = true));
    await turn();
    await turn();
    expect([disconnected, kafka.requests.length]).toEqual([false, 1]);
    kafka.requests[0]?.acknowledge();
    await ending;

    expect((await sent).ok).toBe(true);
  });
});

describe('the partition of a key', () => {
  it('is where its messages go', async () => {
    const keys = Array.from({ length: 100 }, (_, index) => `ws_1|player-${index}`);

    const receipts = await producer.send(
      'events',
      keys.map((key) => message(key)),
    );

    expect(receipts.ok && receipts.value.map(({ partition }) => partition)).toEqual(keys.map(partitionOf));
  });
});
