import { once } from 'node:events';
import { type Topics, topicNames } from '@laurel/contracts';
import type { Log } from '@laurel/kernel';
import { loadConfig } from '@laurel/platform-config';
import { type KafkaClient, KafkaProducer, createKafka, kafkaAnswers, topicRanges } from '@laurel/platform-kafka';
import { connectMongo } from '@laurel/platform-mongo';
import { type RedisClient, closeRedis, createRedisClient } from '@laurel/platform-redis';
import { CliConfig } from '../cli.config.js';
import { UnreachableError } from '../exit-codes.js';

/** The native driver's database, as `connectMongo` gives it. */
export type Database = ReturnType<ReturnType<Awaited<ReturnType<typeof connectMongo>>['getClient']>['db']>;

const REDIS_CONNECT_MS = 3_000;
/** An operator waits: scans of a large board may take long. */
const REDIS_COMMAND_MS = 60_000;

/** What the drivers would log is said in the error instead. */
const NO_LOG: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** The servers that a command uses; each is connected when it is first asked for. */
export class Connections {
  readonly config = loadConfig(CliConfig);
  readonly topics: Topics = topicNames(this.config.kafka.topicPrefix);
  private readonly closing: (() => Promise<unknown>)[] = [];

  /** Runs a command's work and closes what it opened. */
  static async use<T>(work: (connections: Connections) => Promise<T>): Promise<T> {
    const connections = new Connections();
    try {
      return await work(connections);
    } finally {
      for (const close of connections.closing.reverse()) await close().catch(() => undefined);
    }
  }

  /** @throws UnreachableError */
  async mongo(): Promise<Database> {
    const { url, database } = this.config.mongo;
    const connection = await connectMongo(this.config.mongo).catch((error: unknown) => {
      throw unreachable('MongoDB', hostsOf(url), 'LAUREL_MONGO_URL', error);
    });
    this.closing.push(() => connection.close());
    return connection.getClient().db(database);
  }

  /** @throws UnreachableError */
  async kafka(): Promise<KafkaClient> {
    const { brokers } = this.config.kafka;
    const kafka = createKafka({ brokers, clientId: 'laurel-cli' }, NO_LOG);
    const answers = await kafkaAnswers(kafka);
    if (answers !== true) {
      throw unreachable(
        'Kafka',
        brokers.join(','),
        'LAUREL_KAFKA_BROKERS',
        answers.replace(/^Kafka does not answer: /, ''),
      );
    }
    await topicRanges(kafka, this.topics.deadLetter).catch((error: unknown) => {
      const detail = error instanceof Error ? error.message : String(error);
      throw new UnreachableError(
        `Kafka has no topic ${this.topics.deadLetter}: ${detail}\nIs LAUREL_KAFKA_TOPIC_PREFIX right, and was "migrate" run?`,
      );
    });
    return kafka;
  }

  async producer(kafka: KafkaClient): Promise<KafkaProducer> {
    const producer = new KafkaProducer(kafka, NO_LOG);
    this.closing.push(() => producer.disconnect());
    await producer.connect();
    return producer;
  }

  /** @throws UnreachableError */
  async redis(): Promise<RedisClient> {
    const { url } = this.config.redis;
    const redis = createRedisClient({ url, commandTimeoutMs: REDIS_COMMAND_MS }, NO_LOG);
    this.closing.push(() => closeRedis(redis));
    let reason: unknown = 'it does not accept the connection';
    redis.on('error', (error: unknown) => (reason = error));
    await once(redis, 'ready', { signal: AbortSignal.timeout(REDIS_CONNECT_MS) }).catch(() => {
      throw unreachable('Redis', hostsOf(url), 'LAUREL_REDIS_URL', reason);
    });
    return redis;
  }
}

function unreachable(server: string, address: string, variable: string, reason: unknown): UnreachableError {
  const detail = reason instanceof Error ? reason.message : String(reason);
  return new UnreachableError(
    `${server} does not answer at ${address}: ${detail}\nStart Laurel with "npm start", or name the right server in ${variable}.`,
  );
}

/** The addresses in a URL, without what may be a password. */
const hostsOf = (url: string): string => /^[a-z+]+:\/\/(?:[^@/]*@)?([^/?]+)/.exec(url)?.[1] ?? 'its URL';
