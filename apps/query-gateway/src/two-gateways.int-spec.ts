import { once } from 'node:events';
import {
  BOARD_POSITIONS_COLLECTION,
  type BoardPositionDocument,
  RELEASES_COLLECTION,
  type ReleaseDocument,
  boardPositionId,
  releaseDocumentId,
  topicNames,
} from '@laurel/contracts';
import { systemClock } from '@laurel/kernel';
import { type BoardDefinition, boardId } from '@laurel/leaderboards-domain';
import { RedisRankProjection } from '@laurel/leaderboards-feature';
import { loadConfig } from '@laurel/platform-config';
import { createHttpApp } from '@laurel/platform-http';
import { createKafka, createTopics } from '@laurel/platform-kafka';
import { connectMongo } from '@laurel/platform-mongo';
import { closeRedis, createRedisClient } from '@laurel/platform-redis';
import { CreateWorkspaceHandler } from '@laurel/tenancy-feature';
import { playerTokenKeyPair, silentLog, testServers, uniqueTestScope } from '@laurel/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { WebSocket } from 'ws';
import { AppModule } from './app.module.js';
import { QUERY_GATEWAY_HTTP } from './query-gateway.api.js';
import { QueryGatewayConfig } from './query-gateway.config.js';

const BOARD: BoardDefinition = {
  key: 'league',
  incarnation: 1,
  source: { stat: 'points' },
  aggregation: 'sum',
  order: 'desc',
  ties: { columns: [], then: 'first_to_reach' },
  windows: [{ kind: 'all' }],
};
const BOARD_ID = boardId(BOARD);
const PARTITION = 3;
const CLUBS = ['arsenal', 'chelsea', 'city', 'everton', 'liverpool'];
const KICK_OFF = Date.parse('2014-08-16T14:00:00Z');

interface Row {
  readonly playerId: string;
  readonly score: number;
}
interface Page {
  readonly asOf: string | null;
  readonly entries: readonly Row[];
}

const servers = testServers();
const scope = uniqueTestScope();
const kafka = createKafka({ brokers: servers.kafkaBrokers, clientId: 'spec' }, silentLog);
const redis = createRedisClient({ url: servers.redisUrl }, silentLog);
const projection = new RedisRankProjection(redis, scope.keyPrefix);
const gateways: NestFastifyApplication[] = [];
let mongo: Awaited<ReturnType<typeof connectMongo>>;
let workspace: string;
let key: string;
let offset = 0;
/** The rows of the board as of every time. */
const tables = new Map<string, readonly Row[]>();
let table: readonly Row[] = [];

const database = () => mongo.getClient().db(scope.database);

/** A club takes the lead: what the scoring service commits and projects, each change with a time of its own. */
async function score(playerId: string): Promise<void> {
  const from = offset === 0 ? undefined : `1:${offset}`;
  offset += 1;
  const position = { partition: PARTITION, workspace, board: BOARD_ID, epoch: 1, offset };
  await database()
    .collection<BoardPositionDocument>(BOARD_POSITIONS_COLLECTION)
    .updateOne({ _id: boardPositionId(PARTITION, workspace, BOARD_ID) }, { $set: position }, { upsert: true });
  const decidedAt = KICK_OFF + offset;
  table = [{ playerId, score: offset }, ...table.filter((row) => row.playerId !== playerId)];
  tables.set(new Date(decidedAt).toISOString(), table);
  const entry = { score: offset, columns: [], reachedAt: decidedAt };
  const windows = new Map([['all', [{ playerId, entry }]]]);
  const change = { workspace, board: BOARD, partition: PARTITION, from, to: `1:${offset}`, decidedAt, windows };
  expect(await projection.apply(change)).toBe('applied');
}

async function readFrom(gateway: NestFastifyApplication, limit: number): Promise<Page> {
  const url = `${await gateway.getUrl()}/v1/leaderboards/league?limit=${limit}`;
  const answer = await fetch(url, { headers: { authorization: `Bearer ${key}` } });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Page;
}

async function startGateway(): Promise<void> {
  const config = loadConfig(QueryGatewayConfig, {
    LAUREL_LOG_LEVEL: 'silent',
    LAUREL_KAFKA_BROKERS: servers.kafkaBrokers.join(','),
    LAUREL_KAFKA_TOPIC_PREFIX: scope.topicPrefix,
    LAUREL_MONGO_URL: servers.mongoUrl,
    LAUREL_MONGO_DATABASE: scope.database,
    LAUREL_REDIS_URL: servers.redisUrl,
    LAUREL_REDIS_KEY_PREFIX: scope.keyPrefix,
    LAUREL_PLAYER_TOKEN_PUBLIC_KEY: playerTokenKeyPair().publicKey,
  });
  const gateway: NestFastifyApplication = await createHttpApp(AppModule.forRoot(config), QUERY_GATEWAY_HTTP);
  await gateway.listen(0, '127.0.0.1');
  gateways.push(gateway);
}

describe('two query gateways', () => {
  beforeAll(async () => {
    mongo = await connectMongo({ url: servers.mongoUrl, database: scope.database });
    await createTopics(kafka, topicNames(scope.topicPrefix), { replicationFactor: 1, retentionMs: 3_600_000 });
    const created = await new CreateWorkspaceHandler(database(), systemClock).handle('one', 'dev');
    if (!created.ok) throw new Error('no workspace');
    workspace = created.value.workspace.id;
    key = created.value.secretKey;
    const stats = [{ key: 'points', aggregation: 'sum', incarnation: 1 }];
    const release: ReleaseDocument<unknown> = {
      _id: releaseDocumentId(workspace, 1),
      workspace,
      release: 1,
      note: '',
      author: 'key_spec',
      program: { stats, rules: [], leaderboards: [BOARD] },
      publishedAt: 0,
      announcedAt: 0,
    };
    await database().collection<ReleaseDocument<unknown>>(RELEASES_COLLECTION).insertOne(release);
    await startGateway();
    await startGateway();
  }, 60_000);

  afterAll(async () => {
    await Promise.all(gateways.map((gateway) => gateway.close()));
    const left = await redis.keys(`${scope.keyPrefix}*`);
    if (left.length > 0) await redis.del(left);
    await closeRedis(redis);
    await mongo.dropDatabase();
    await mongo.close();
  }, 60_000);

  it('take a ticket of either, once among them', async () => {
    const [first, second] = await Promise.all(gateways.map((gateway) => gateway.getUrl()));
    const headers = { authorization: `Bearer ${key}` };
    const answer = await fetch(`${first}/v1/live/tickets`, { method: 'POST', headers });
    const { ticket } = (await answer.json()) as { readonly ticket: string };
    const authenticate = async (
      url: string | undefined,
    ): Promise<{ readonly type: string; readonly code?: string }> => {
      const ws = new WebSocket(`${url?.replace('http', 'ws')}/v1/live`);
      await once(ws, 'open');
      ws.send(JSON.stringify({ type: 'auth', ticket }));
      const [data] = (await once(ws, 'message')) as [Buffer];
      ws.close();
      return JSON.parse(data.toString()) as { readonly type: string; readonly code?: string };
    };
    const answers = await Promise.all([second, first, second, first].map(authenticate));
    expect(answers.filter(({ type }) => type === 'ready')).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'live.invalid_ticket')).toHaveLength(3);
  });

  it('show the same rows as of the same time, while the board moves', async () => {
    const seen = gateways.map(() => new Set<string>());
    let isDone = false;
    const moving = (async () => {
      while (!isDone) for (const club of CLUBS) await score(club);
    })();

    try {
      for (let round = 0; seen.some(({ size }) => size < 100); round += 1) {
        // Another limit is another page, which no reader has shared a moment ago.
        const pages = await Promise.all(gateways.map((gateway) => readFrom(gateway, 5 + (round % 90))));
        for (const [index, { asOf, entries }] of pages.entries()) {
          if (asOf === null) continue;
          seen[index]?.add(asOf);
          expect(entries.map(({ playerId, score }) => ({ playerId, score }))).toEqual(tables.get(asOf));
        }
      }
    } finally {
      isDone = true;
      await moving;
    }
  });
});
