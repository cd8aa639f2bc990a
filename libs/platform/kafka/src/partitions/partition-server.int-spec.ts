import { EVENTS_PARTITIONS, topicNames } from '@laurel/contracts';
import { silentLog, testServers, uniqueTestScope, until } from '@laurel/testing';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import type { Consumer, ConsumerConfig, ConsumerRunConfig, Kafka } from 'kafkajs';
import { createTopics } from '../create-topics.js';
import { kafkaErrors } from '../errors.js';
import { createKafka } from '../kafka-client.js';
import { KafkaProducer } from '../kafka-producer.js';
import {
  type AssignedPartition,
  type IdlePartition,
  type LogMessage,
  PARTITION_PATTERNS,
  type PartitionBatch,
  type PartitionProgress,
  type Resume,
} from './partition-handler.js';
import { PartitionServer, type PartitionServerOptions } from './partition-server.js';

const kafka = createKafka({ brokers: testServers().kafkaBrokers, clientId: 'spec' }, silentLog);
const producer = new KafkaProducer(kafka, silentLog);
const admin = kafka.admin();
const PARTITIONS = Array.from({ length: EVENTS_PARTITIONS }, (_, partition) => partition);

/** One instance of a service: handlers that note what they are given and keep their own checkpoints, as scoring does. */
class Instance {
  readonly assigned: AssignedPartition[] = [];
  readonly batches: PartitionBatch[] = [];
  readonly ticks: number[] = [];
  readonly warnings: string[] = [];
  readonly released: number[] = [];
  progress: readonly PartitionProgress[] = [];
  /** Batches wait for it. */
  beforeBatch: Promise<void> = Promise.resolve();
  begun = 0;
  readonly server: PartitionServer;
  overlaps = 0;
  onAssigned: (assigned: AssignedPartition) => Resume | undefined = () => undefined;
  onBatch: (batch: PartitionBatch) => Resume | undefined = () => undefined;
  private readonly busy = new Set<number>();

  constructor(
    private readonly group: Group,
    client: Kafka = kafka,
    more: Partial<PartitionServerOptions> = {},
  ) {
    const settings = {
      maxBatch: 50,
      concurrentBatches: 3,
      tickMs: 50,
      retryMs: 10,
      maxRetryMs: 50,
      sessionTimeoutMs: 6_000,
    };
    const options = { ...settings, topic: group.topic, groupId: group.topic, ...more };
    const log = { ...silentLog, warn: (_: object, message: string) => this.warnings.push(message) };
    this.server = new PartitionServer(client, options, log);
    this.handle(PARTITION_PATTERNS.assigned, async (data: AssignedPartition) => {
      this.assigned.push(data);
      const { low } = await data.readLog();
      return this.onAssigned(data) ?? { kind: 'resume', offset: this.group.next.get(data.partition) ?? low };
    });
    this.handle(PARTITION_PATTERNS.batch, async (data: PartitionBatch) => {
      this.begun += 1;
      await this.beforeBatch;
      this.batches.push(data);
      const verdict = this.onBatch(data);
      if (!verdict) this.group.commit(data);
      return verdict;
    });
    this.handle(PARTITION_PATTERNS.tick, ({ partition }: IdlePartition) => void this.ticks.push(partition));
    this.handle(PARTITION_PATTERNS.released, ({ partition }: IdlePartition) => void this.released.push(partition));
    this.server.addHandler(
      PARTITION_PATTERNS.progress,
      (progress: readonly PartitionProgress[]) => Promise.resolve(void (this.progress = progress)),
      true,
    );
  }

  start(): this {
    this.server.listen(() => undefined);
    return this;
  }

  /** Partitions of the latest assignments, sorted. */
  partitions(): number[] {
    return [...new Set(this.assigned.map(({ partition }) => partition))].sort((left, right) => left - right);
  }

  private handle<T extends { readonly partition: number }>(pattern: string, handler: (data: T) => unknown): void {
    const oneAtATime = async (data: T): Promise<unknown> => {
      if (this.busy.has(data.partition)) this.overlaps += 1;
      this.busy.add(data.partition);
      await new Promise((resolve) => setImmediate(resolve));
      try {
        return await handler(data);
      } finally {
        this.busy.delete(data.partition);
      }
    };
    this.server.addHandler(pattern, oneAtATime, true);
  }
}

/** Topics to delete in the end: a producer that knows one that is gone can no longer write to any. */
const made: string[] = [];

/** A topic with the instances that share it, and what they have committed. */
class Group {
  readonly next = new Map<number, number>();
  readonly committed: LogMessage[] = [];
  readonly instances: Instance[] = [];
  readonly topics = topicNames(uniqueTestScope().topicPrefix);
  readonly topic = this.topics.events;

  create(): Promise<string[]> {
    const { events, outcomes, standings, deadLetter } = this.topics;
    made.push(events, outcomes, standings, deadLetter);
    return createTopics(kafka, this.topics, { replicationFactor: 1, retentionMs: 86_400_000 });
  }

  instance(client?: Kafka, more?: Partial<PartitionServerOptions>): Instance {
    const instance = new Instance(this, client, more);
    this.instances.push(instance);
    return instance;
  }

  commit({ partition, messages }: PartitionBatch): void {
    const next = this.next.get(partition) ?? 0;
    const fresh = messages.filter(({ offset }) => offset >= next);
    this.committed.push(...fresh);
    this.next.set(partition, next + fresh.length);
  }

  texts(): string[] {
    return this.committed.map(({ value }) => String(value)).sort();
  }

  /** Writes texts to one partition after the other, beginning with the first. */
  async write(...texts: string[]): Promise<void> {
    const messages = texts.map((value, index) => ({ key: 'k', value, partition: index % EVENTS_PARTITIONS }));
    const sent = await producer.send(this.topic, messages);
    if (!sent.ok) throw new Error(sent.error.detail);
  }

  async end(): Promise<void> {
    await Promise.all(this.instances.map(({ server }) => server.close()));
  }
}

/** A client whose consumers end for good, as kafkajs's do after an error that it takes for final, at the batch after `crash`. */
function fragileKafka(): { readonly client: Kafka; crash(): void } {
  let crashing = false;
  const consumerOf = (config: ConsumerConfig): Consumer => {
    const consumer = kafka.consumer(config);
    const run = (options: ConsumerRunConfig = {}) =>
      consumer.run({
        ...options,
        eachBatch: async (payload) => {
          const fails = crashing;
          crashing = false;
          if (fails) throw new TypeError('a bug in the driver');
          await options.eachBatch?.(payload);
        },
      });
    return { ...consumer, run };
  };
  const client = new Proxy(kafka, {
    get: (target, name: keyof Kafka) => (name === 'consumer' ? consumerOf : target[name].bind(target)),
  });
  return { client, crash: () => void (crashing = true) };
}

const numbered = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name} ${String(index).padStart(3, '0')}`);

let group: Group;

beforeAll(() => admin.connect());
afterAll(async () => {
  await producer.disconnect();
  await admin.deleteTopics({ topics: made });
  await admin.disconnect();
});
beforeEach(async () => {
  group = new Group();
  await group.create();
});
afterEach(() => group.end());

describe('the partition server', () => {
  it('assigns every partition with the range of its log, then hands over all messages in order', async () => {
    const texts = numbered('before', 60);
    await group.write(...texts);

    const instance = group.instance().start();

    await until('all is processed', () => group.committed.length === texts.length);
    expect(instance.assigned.map(({ partition }) => partition).sort((left, right) => left - right)).toEqual(PARTITIONS);
    const logs = await Promise.all(instance.assigned.map(({ readLog }) => readLog()));
    expect(new Set(logs.map(({ low, high }) => `${low} to ${high}`))).toEqual(new Set(['0 to 5']));
    expect(group.texts()).toEqual(texts);
    for (const partition of PARTITIONS) {
      const own = instance.batches.filter((batch) => batch.partition === partition).flatMap(({ messages }) => messages);
      expect(own.map(({ offset }) => offset)).toEqual([0, 1, 2, 3, 4]);
      expect(own.every(({ timestamp, key }) => timestamp > 0 && String(key) === 'k')).toBe(true);
    }
  });

  it('reads on as messages come, and ticks between', async () => {
    const instance = group.instance().start();
    await until('every partition ticks', () => new Set(instance.ticks).size === EVENTS_PARTITIONS);

    await group.write(...numbered('first', 12));
    await until('the first are processed', () => group.committed.length === 12);
    await group.write(...numbered('second', 12));

    await until('the second are processed', () => group.committed.length === 24);
    expect(instance.overlaps).toBe(0);
    expect(instance.assigned).toHaveLength(EVENTS_PARTITIONS);
  });

  it('starts where the handler says, whatever the broker remembers', async () => {
    await group.write(...numbered('text', 60));
    const instance = group.instance();
    instance.onAssigned = ({ partition }) => ({ kind: 'resume', offset: partition === 0 ? 3 : 4 });

    instance.start();

    await until('the rest is read', () => instance.batches.flatMap(({ messages }) => messages).length === 13);
    const first = instance.batches.filter(({ partition }) => partition === 0).flatMap(({ messages }) => messages);
    expect(first.map(({ offset }) => offset)).toEqual([3, 4]);
    const remembered = await admin.fetchOffsets({ groupId: group.topic, topics: [group.topic] });
    expect(remembered.flatMap(({ partitions }) => partitions).every(({ offset }) => offset === '-1')).toBe(true);
  });

  it('starts a partition again whose handler failed, and the others go on meanwhile', async () => {
    const instance = group.instance();
    let failures = 0;
    instance.onBatch = ({ partition }) => {
      if (partition === 4 && failures < 3) {
        failures += 1;
        throw new Error('the commit is unknown');
      }
      return undefined;
    };
    const texts = numbered('text', 48);
    await group.write(...texts);

    instance.start();

    await until('all is processed', () => group.committed.length === texts.length);
    expect(group.texts()).toEqual(texts);
    const assignments = PARTITIONS.map(
      (each) => instance.assigned.filter(({ partition }) => partition === each).length,
    );
    expect(assignments).toEqual(PARTITIONS.map((partition) => (partition === 4 ? 4 : 1)));
    expect(instance.overlaps).toBe(0);
  });

  it('leaves a halted partition alone, and the others go on', async () => {
    const instance = group.instance();
    instance.onAssigned = ({ partition }) => (partition === 1 ? { kind: 'halted' } : undefined);
    instance.onBatch = ({ partition }) => (partition === 2 ? { kind: 'halted' } : undefined);
    instance.start();
    await group.write(...numbered('first', 12));
    await until('the first are processed', () => group.committed.length === 10);

    await group.write(...numbered('second', 12));

    await until('the second are processed', () => group.committed.length === 20);
    expect([group.next.get(1), group.next.get(2)]).toEqual([undefined, undefined]);
    expect(instance.batches.filter(({ partition }) => partition === 2)).toHaveLength(1);
  });

  it('hands partitions over to an instance that joins, and back when it leaves, and nothing is lost or doubled', async () => {
    const one = group.instance().start();
    await group.write(...numbered('a', 36));
    await until('the first are processed', () => group.committed.length === 36);

    const other = group.instance().start();
    await until('the partitions are shared', () => other.partitions().length === EVENTS_PARTITIONS / 2);
    await group.write(...numbered('b', 36));
    await until('the second are processed', () => group.committed.length === 72);
    const newcomersShare = other.batches.flatMap(({ messages }) => messages).length;
    await other.server.close();
    await group.write(...numbered('c', 36));

    await until('the third are processed', () => group.committed.length === 108);
    expect(newcomersShare).toBe(18);
    expect(group.texts()).toEqual([...numbered('a', 36), ...numbered('b', 36), ...numbered('c', 36)]);
    expect([one.overlaps, other.overlaps]).toEqual([0, 0]);
  });

  it('processes everything once while instances join and leave, again and again', async () => {
    const ROUNDS = 5;
    const PER_ROUND = 60;
    group.instance().start();
    let newcomer = group.instance().start();
    for (let round = 0; round < ROUNDS; round += 1) {
      const leaving = newcomer;
      await until('the partitions are shared', () => leaving.partitions().length > 0);
      newcomer = group.instance().start();
      await Promise.all([group.write(...numbered(`round ${round}`, PER_ROUND)), leaving.server.close()]);
    }

    await until('all is processed', () => group.committed.length >= ROUNDS * PER_ROUND);

    const all = Array.from({ length: ROUNDS }, (_, round) => numbered(`round ${round}`, PER_ROUND)).flat();
    expect(group.texts()).toEqual(all);
    expect(group.instances.map(({ overlaps }) => overlaps)).toEqual(group.instances.map(() => 0));
  }, 60_000);

  it('tells the handler when a partition is gone, and how far the others are', async () => {
    const one = group.instance().start();
    await group.write(...numbered('a', 36));
    await until(
      'nothing waits',
      () => one.progress.length === 12 && one.progress.every(({ waiting }) => waiting === 0),
    );
    expect(one.released).toEqual([]);

    const other = group.instance().start();

    await until('the partitions are shared', () => other.partitions().length === EVENTS_PARTITIONS / 2);
    await until('the progress is told of what is left', () => one.progress.length === EVENTS_PARTITIONS / 2);
    // It left all of them, and has half of them again.
    await until('all were released once', () => new Set(one.released).size === PARTITIONS.length);
    await other.server.close();
    expect(other.released.sort((left, right) => left - right)).toEqual(other.partitions());
  });

  it('lets its partitions go at once when it is closed, not when its session has run out', async () => {
    const long = { sessionTimeoutMs: 60_000 };
    const leaving = group.instance(kafka, long).start();
    await group.write(...numbered('a', 24));
    await until('all is processed', () => group.committed.length === 24);
    await leaving.server.close();

    group.instance(kafka, long).start();
    await group.write(...numbered('b', 24));

    await until('all is processed', () => group.committed.length === 48);
  });

  it('finishes the batch under way before it leaves, and begins no other', async () => {
    let release: () => void = () => undefined;
    const instance = group.instance();
    instance.beforeBatch = new Promise<void>((resolve) => (release = resolve));
    instance.start();
    await group.write(...numbered('a', 24));
    await until('a batch is under way', () => instance.begun > 0);

    const closing = instance.server.close();
    release();
    await closing;

    expect(instance.batches).toHaveLength(instance.begun);
    expect(group.committed).toHaveLength(instance.batches.reduce((sum, { messages }) => sum + messages.length, 0));
    const { groups } = await admin.describeGroups([group.topic]);
    expect(groups[0]?.members).toEqual([]);
  });

  it('keeps out of its group while the topic is not as it must be, and joins when it is', async () => {
    const mismatch = kafkaErrors.topicMismatch('The topic has 3 partitions.');
    let answer: Result<void, DomainError> = err(mismatch);
    const instance = group.instance(kafka, { check: () => Promise.resolve(answer) }).start();
    await until('it has refused twice', () => instance.warnings.length > 1);
    expect(instance.server.refusal).toEqual(mismatch);
    expect([instance.server.isJoined(), instance.assigned]).toEqual([false, []]);

    answer = ok(undefined);

    await until('it has joined', () => instance.server.isJoined());
    expect(instance.server.refusal).toBeUndefined();
  });

  it('goes on with a new consumer when kafkajs has given up the one it had', async () => {
    const { client, crash } = fragileKafka();
    const instance = group.instance(client).start();
    await group.write(...numbered('a', 24));
    await until('all is processed', () => group.committed.length === 24);
    const first = instance.server.unwrap<Consumer>();

    crash();
    await group.write(...numbered('b', 24));

    await until('all is processed', () => group.committed.length === 48);
    expect(group.texts()).toEqual([...numbered('a', 24), ...numbered('b', 24)]);
    expect(instance.server.unwrap<Consumer>()).not.toBe(first);
  });

  it('says whether it is a member, and is none when it is closed', async () => {
    const instance = group.instance();
    expect(instance.server.isJoined()).toBe(false);

    instance.start();
    await until('it has joined', () => instance.server.isJoined());
    await instance.server.close();

    expect(instance.server.isJoined()).toBe(false);
  });

  it('leaves no member behind when it is closed while it joins', async () => {
    const { server } = group.instance();
    const consumer = server.unwrap<Consumer>();
    const events: string[] = [];
    for (const name of [consumer.events.CONNECT, consumer.events.GROUP_JOIN, consumer.events.DISCONNECT]) {
      consumer.on(name, () => void events.push(name));
    }

    server.listen(() => undefined);
    await server.close();

    await until(
      'what was begun is ended',
      () => events.includes(consumer.events.CONNECT) && events.at(-1) === consumer.events.DISCONNECT,
    );
    await until('the group is empty', async () => {
      const { groups } = await admin.describeGroups([group.topic]);
      return groups[0]?.members.length === 0;
    });
    expect(server.isJoined()).toBe(false);
  });

  it('begins when the topic is made after it was started', async () => {
    const late = new Group();
    const instance = late.instance().start();
    await until('it has looked for the topic in vain', () => instance.warnings.length > 0);

    await late.create();
    await late.write(...numbered('text', 12));

    await until('all is processed', () => late.committed.length === 12);
    await late.end();
  });

  it('recovers when the range of the log could not be read at first', async () => {
    let failures = 0;
    const unsteady = new Proxy(kafka, {
      get(target, name: keyof Kafka) {
        if (name !== 'admin' || failures >= EVENTS_PARTITIONS) return target[name].bind(target);
        failures += 1;
        return () => ({
          connect: () => Promise.reject(new Error('the broker is restarting')),
          disconnect: () => Promise.resolve(),
        });
      },
    });
    await group.write(...numbered('text', 12));

    group.instance(unsteady).start();

    await until('all is processed', () => group.committed.length === 12);
    expect(failures).toBeGreaterThan(0);
  });
});
