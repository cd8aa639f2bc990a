import { EVENTS_PARTITIONS, type EventsTopicMessage, topicNames } from '@laurel/contracts';
import { systemClock } from '@laurel/kernel';
import { loadConfig } from '@laurel/platform-config';
import { createHttpApp } from '@laurel/platform-http';
import { createKafka, createTopics } from '@laurel/platform-kafka';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { releaseIndexes } from '@laurel/releases-feature';
import { CreateWorkspaceHandler, tenancyIndexes } from '@laurel/tenancy-feature';
import { playerTokenKeyPair, silentLog, testServers, uniqueTestScope, until } from '@laurel/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AdminGatewayConfig } from './admin-gateway.config.js';
import { AppModule } from './app.module.js';

const pair = playerTokenKeyPair();
const PROGRAM = { stats: [{ key: 'points', aggregation: 'sum' }], rules: [], leaderboards: [] };
const NO_SUCH_BROKER = '127.0.0.1:1';

describe('the admin gateway', () => {
  const servers = testServers();
  const scope = uniqueTestScope();
  const topics = topicNames(scope.topicPrefix);
  const kafka = createKafka({ brokers: servers.kafkaBrokers, clientId: 'spec' }, silentLog);
  /** Control messages as they stand in the log: release by partition, in order. */
  const announced = new Map<number, number[]>();
  const consumer = kafka.consumer({ groupId: `${scope.topicPrefix}spec` });
  let mongo: Awaited<ReturnType<typeof connectMongo>>;
  let app: NestFastifyApplication;
  let workspace: string;
  let secretKey: string;

  beforeAll(async () => {
    await createTopics(kafka, topics, { replicationFactor: 1, retentionMs: 3_600_000 });
    mongo = await connectMongo({ url: servers.mongoUrl, database: scope.database });
    const db = mongo.getClient().db(scope.database);
    await ensureIndexes(db, [...tenancyIndexes, ...releaseIndexes]);
    const created = await new CreateWorkspaceHandler(db, systemClock).handle('acme', 'dev');
    if (!created.ok) throw new Error(created.error.detail);
    ({ secretKey } = created.value);
    workspace = created.value.workspace.id;
    app = await start(servers.kafkaBrokers.join(','));
    await consumer.connect();
    await consumer.subscribe({ topic: topics.events, fromBeginning: true });
    await consumer.run({
      eachMessage: ({ partition, message }) => {
        const control = JSON.parse(String(message.value)) as EventsTopicMessage;
        if (control.kind === 'release' && control.workspace === workspace) {
          announced.set(partition, [...(announced.get(partition) ?? []), control.release]);
        }
        return Promise.resolve();
      },
    });
  });

  afterAll(async () => {
    await consumer.disconnect();
    await app.close();
    await mongo.dropDatabase();
    await mongo.close();
  });

  function start(brokers: string): Promise<NestFastifyApplication> {
    const config = loadConfig(AdminGatewayConfig, {
      LAUREL_LOG_LEVEL: 'silent',
      LAUREL_KAFKA_BROKERS: brokers,
      LAUREL_KAFKA_TOPIC_PREFIX: scope.topicPrefix,
      LAUREL_MONGO_URL: servers.mongoUrl,
      LAUREL_MONGO_DATABASE: scope.database,
      LAUREL_REDIS_URL: servers.redisUrl,
      LAUREL_REDIS_KEY_PREFIX: scope.keyPrefix,
      LAUREL_ERASURE_KEY: 'a-secret-of-a-spec-which-nobody-has',
      LAUREL_PLAYER_TOKEN_PUBLIC_KEY: pair.publicKey,
      LAUREL_PLAYER_TOKEN_PRIVATE_KEY: pair.privateKey,
    });
    return createHttpApp(AppModule.forRoot(config));
  }

  const authorization = () => ({ authorization: `Bearer ${secretKey}` });
  const publish = (to = app) =>
    to.inject({ method: 'POST', url: '/v1/releases', headers: authorization(), payload: { program: PROGRAM } });
  const list = async () =>
    (await app.inject({ url: '/v1/releases?limit=100', headers: authorization() })).json().entries as {
      release: number;
      announcedAt: string | null;
    }[];

  it('writes a release into every partition before it is announced', async () => {
    const answer = await publish();
    expect(answer.statusCode).toBe(201);
    const { release, announcedAt } = answer.json<{ release: number; announcedAt: string | null }>();
    expect(announcedAt).not.toBeNull();
    await until('the release stands in every partition', () => {
      const partitions = [...announced].filter(([, releases]) => releases.includes(release));
      return partitions.length === EVENTS_PARTITIONS;
    });
  });

  it('gives concurrent releases numbers without gaps or doubles', async () => {
    const before = (await list()).length;
    const answers = await Promise.all(Array.from({ length: 10 }, () => publish()));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(10).fill(201));
    const numbers = answers.map((answer) => answer.json().release as number).sort((left, right) => left - right);
    expect(numbers).toEqual(Array.from({ length: 10 }, (_, index) => before + 1 + index));
  });

  it('announces what was stored while Kafka was away, once it runs where Kafka is', async () => {
    const cutOff = await start(NO_SUCH_BROKER);
    const stored = await publish(cutOff);
    await cutOff.close();
    expect(stored.statusCode).toBe(201);
    await until('it is announced', async () => {
      return (await list()).find(({ release }) => release === stored.json().release)?.announcedAt !== null;
    });
  });

  it('mints a player token that reads releases of nobody', async () => {
    const minted = await app.inject({
      method: 'POST',
      url: '/v1/player-tokens',
      headers: authorization(),
      payload: { playerId: 'ann' },
    });
    expect(minted.statusCode).toBe(201);
    const { token, expiresAt } = minted.json<{ token: string; expiresAt: string }>();
    expect(Date.parse(expiresAt)).toBeGreaterThan(systemClock.now() + 14 * 60_000);
    const answer = await app.inject({ url: '/v1/releases', headers: { authorization: `Bearer ${token}` } });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'auth.forbidden']);
  });

  it.each([
    ['no player', {}],
    ['an empty player', { playerId: '' }],
    ['a player with a control character', { playerId: 'a\u001fb' }],
    ['a player of 129 characters', { playerId: 'x'.repeat(129) }],
    ['another workspace', { playerId: 'ann', workspace: 'ws_2' }],
  ])('mints no token for %s', async (_what, payload) => {
    const answer = await app.inject({ method: 'POST', url: '/v1/player-tokens', headers: authorization(), payload });
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'http.invalid_input']);
  });

  it('is ready while MongoDB answers', async () => {
    expect((await app.inject('/health/ready')).json()).toEqual({ status: 'ready', checks: { mongo: { ok: true } } });
  });
});
