import {
  type EventMessage,
  RELEASES_COLLECTION,
  type ReleaseDocument,
  partitionOf,
  releaseDocumentId,
  topicNames,
} from '@laurel/contracts';
import { TcpFaultProxy } from '@laurel/faults';
import { systemClock } from '@laurel/kernel';
import { PlayerTokenSigner } from '@laurel/platform-auth';
import { loadConfig } from '@laurel/platform-config';
import { createHttpApp } from '@laurel/platform-http';
import { createKafka, createTopics } from '@laurel/platform-kafka';
import { connectMongo } from '@laurel/platform-mongo';
import { CreateWorkspaceHandler } from '@laurel/tenancy-feature';
import { playerTokenKeyPair, silentLog, testServers, uniqueTestScope, until } from '@laurel/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { INGESTION_GATEWAY_HTTP } from './ingestion-gateway.api.js';
import { IngestionGatewayConfig } from './ingestion-gateway.config.js';

const ANSWER_LIMIT_MS = 3_000;

interface EventReceipt {
  readonly receipt: { readonly partition: number; readonly offset: number };
}

const pair = playerTokenKeyPair();

describe('the ingestion gateway', () => {
  const servers = testServers();
  const scope = uniqueTestScope();
  const topic = topicNames(scope.topicPrefix).events;
  const kafka = createKafka({ brokers: servers.kafkaBrokers, clientId: 'spec' }, silentLog);
  const mongoAddress = new URL(servers.mongoUrl);
  const mongoProxy = new TcpFaultProxy();
  const keys: string[] = [];
  let app: NestFastifyApplication;

  beforeAll(async () => {
    await createTopics(kafka, topicNames(scope.topicPrefix), { replicationFactor: 1, retentionMs: 3_600_000 });
    const mongo = await connectMongo({ url: servers.mongoUrl, database: scope.database });
    const create = new CreateWorkspaceHandler(mongo.getClient().db(scope.database), systemClock);
    for (const tenant of ['one', 'two']) {
      const created = await create.handle(tenant, 'dev');
      if (created.ok) keys.push(created.value.secretKey);
    }
    await mongo.close();
    await mongoProxy.start({ host: mongoAddress.hostname, port: Number(mongoAddress.port) });
    app = await start(servers.kafkaBrokers.join(','));
  });

  afterAll(async () => {
    await app.close();
    await mongoProxy.stop();
    const mongo = await connectMongo({ url: servers.mongoUrl, database: scope.database });
    await mongo.dropDatabase();
    await mongo.close();
  });

  function start(brokers: string): Promise<NestFastifyApplication> {
    const config = loadConfig(IngestionGatewayConfig, {
      LAUREL_LOG_LEVEL: 'silent',
      LAUREL_KAFKA_BROKERS: brokers,
      LAUREL_KAFKA_TOPIC_PREFIX: scope.topicPrefix,
      LAUREL_MONGO_URL: `mongodb://127.0.0.1:${mongoProxy.port}/?directConnection=true`,
      LAUREL_MONGO_DATABASE: scope.database,
      LAUREL_REDIS_URL: servers.redisUrl,
      LAUREL_REDIS_KEY_PREFIX: scope.keyPrefix,
      LAUREL_PLAYER_TOKEN_PUBLIC_KEY: pair.publicKey,
    });
    return createHttpApp(AppModule.forRoot(config), INGESTION_GATEWAY_HTTP);
  }

  async function publish(workspace: string, release: number, program: object): Promise<void> {
    const _id = releaseDocumentId(workspace, release);
    const mongo = await connectMongo({ url: servers.mongoUrl, database: scope.database });
    const releases = mongo.getClient().db(scope.database).collection<ReleaseDocument<object>>(RELEASES_COLLECTION);
    const rest = { note: '', author: 'spec', publishedAt: Date.now(), announcedAt: null };
    await releases.insertOne({ _id, workspace, release, program, ...rest });
    await mongo.close();
  }

  const post = (to: NestFastifyApplication, url: string, body: unknown, key = keys[0]) =>
    to.inject({
      method: 'POST',
      url,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      payload: JSON.stringify(body),
    });

  /** What stands in the log at a receipt. */
  async function readLog({ partition, offset }: EventReceipt['receipt']): Promise<EventMessage> {
    const consumer = kafka.consumer({ groupId: `${scope.topicPrefix}${partition}-${offset}` });
    try {
      await consumer.connect();
      await consumer.subscribe({ topic, fromBeginning: true });
      const found = new Promise<string>((resolve) => {
        void consumer.run({
          eachMessage: ({ partition: at, message }) => {
            if (at === partition && message.offset === String(offset)) resolve(String(message.value));
            return Promise.resolve();
          },
        });
      });
      return JSON.parse(await found) as EventMessage;
    } finally {
      await consumer.disconnect();
    }
  }

  it('has an event in the log, where its receipt says, before it answers', async () => {
    const answer = await post(app, '/v1/events', { eventId: 'e1', type: 'match_played', playerId: 'ann' });
    expect(answer.statusCode).toBe(202);
    const { receipt } = answer.json<EventReceipt>();
    const message = await readLog(receipt);
    expect(message).toEqual(expect.objectContaining({ kind: 'event', eventId: 'e1', playerId: 'ann' }));
    expect(receipt.partition).toBe(partitionOf(`${message.workspace}|ann`));
  });

  it('writes a batch in its order, with a receipt for each event', async () => {
    const events = Array.from({ length: 50 }, (_, index) => ({ type: 'a', playerId: 'bob', eventId: `b${index}` }));
    const answer = await post(app, '/v1/events/batch', events);
    const { results } = answer.json<{ results: EventReceipt[] }>();
    const offsets = results.map(({ receipt }) => receipt.offset);
    expect(offsets).toEqual(offsets.map((_, index) => (offsets[0] ?? 0) + index));
    const last = results.at(-1)?.receipt;
    expect(last && (await readLog(last)).eventId).toBe('b49');
  });

  it('keeps the same ids of two workspaces apart', async () => {
    const event = { type: 'a', playerId: 'ann', eventId: 'same' };
    const answers = await Promise.all(keys.map((key) => post(app, '/v1/events', event, key)));
    const messages = await Promise.all(answers.map((answer) => readLog(answer.json<EventReceipt>().receipt)));
    expect(messages[0]?.workspace).not.toBe(messages[1]?.workspace);
  });

  it('takes events with a player token once a release opens their type to clients', async () => {
    const { token } = new PlayerTokenSigner(pair.privateKey, systemClock).sign('ws_clients', 'ann');
    const event = { type: 'tapped', playerId: 'ann' };
    const answer = await post(app, '/v1/events', event, token);
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'events.type_not_for_clients']);

    await publish('ws_clients', 1, { eventTypes: [{ key: 'tapped', clients: true, validation: 'off' }] });
    await until('the type is open', async () => (await post(app, '/v1/events', event, token)).statusCode === 202);
    // A release without event types closes it again.
    await publish('ws_clients', 2, {});
    await until('it is closed', async () => (await post(app, '/v1/events', event, token)).statusCode === 403);
  });

  it('goes on with the event types it knows while MongoDB is away', async () => {
    const { token } = new PlayerTokenSigner(pair.privateKey, systemClock).sign('ws_away', 'ann');
    const send = async (type: string) => (await post(app, '/v1/events', { type, playerId: 'ann' }, token)).statusCode;
    await publish('ws_away', 1, { eventTypes: [{ key: 'tapped', clients: true, validation: 'off' }] });
    expect([await send('tapped'), await send('won')]).toEqual([202, 403]);
    await mongoProxy.setMode({ kind: 'down' });
    try {
      expect([await send('tapped'), await send('won')]).toEqual([202, 403]);
    } finally {
      await mongoProxy.heal();
    }
    await publish('ws_away', 2, { eventTypes: [{ key: 'won', clients: true, validation: 'off' }] });
    await until('the next release is known', async () => (await send('won')) === 202);
  });

  it('is ready while Kafka answers', async () => {
    const answer = await app.inject('/health/ready');
    expect(answer.json()).toEqual({ status: 'ready', checks: { kafka: { ok: true } } });
  });

  it('goes on with keys it knows while MongoDB is away, and looks up others when it is back', async () => {
    const other = await start(servers.kafkaBrokers.join(','));
    try {
      expect((await post(other, '/v1/events', { type: 'a', playerId: 'ann' })).statusCode).toBe(202);
      await mongoProxy.setMode({ kind: 'down' });
      expect((await post(other, '/v1/events', { type: 'a', playerId: 'ann' })).statusCode).toBe(202);
      const unknown = await post(other, '/v1/events', { type: 'a', playerId: 'ann' }, keys[1]);
      expect([unknown.statusCode, unknown.json().code]).toEqual([503, 'auth.unavailable']);
      await mongoProxy.heal();
      await until('the other key is found', async () => {
        return (await post(other, '/v1/events', { type: 'a', playerId: 'ann' }, keys[1])).statusCode === 202;
      });
    } finally {
      await mongoProxy.heal();
      await other.close();
    }
  });

  it('answers 503 within 3 seconds while Kafka is away, and recovers by itself', async () => {
    const [host = '', port] = servers.kafkaBrokers[0]?.split(':') ?? [];
    const kafkaProxy = new TcpFaultProxy();
    await kafkaProxy.start({ host, port: Number(port) });
    await kafkaProxy.setMode({ kind: 'down' });
    const other = await start(`127.0.0.1:${kafkaProxy.port}`);
    try {
      const before = performance.now();
      const answer = await post(other, '/v1/events', { type: 'a', playerId: 'ann' });
      expect([answer.statusCode, answer.json().code]).toEqual([503, 'kafka.unavailable']);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      expect(performance.now() - before).toBeLessThan(ANSWER_LIMIT_MS);
      const batch = await post(other, '/v1/events/batch', [{ type: 'a', playerId: 'ann' }, {}]);
      expect(batch.statusCode).toBe(503);
      expect((await other.inject('/health/ready')).statusCode).toBe(503);

      await kafkaProxy.heal();
      await until('an event is accepted again', async () => {
        return (await post(other, '/v1/events', { type: 'a', playerId: 'ann' })).statusCode === 202;
      });
    } finally {
      await other.close();
      await kafkaProxy.stop();
    }
  });
});
