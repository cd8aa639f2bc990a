import { once } from 'node:events';
import {
  type Outcome,
  type OutcomesMessage,
  PLAYERS_COLLECTION,
  type PlayerDocument,
  RELEASES_COLLECTION,
  type ReleaseDocument,
  type ServerFrame,
  playerDocumentId,
  releaseDocumentId,
  topicNames,
} from '@laurel/contracts';
import { systemClock } from '@laurel/kernel';
import type { BoardDefinition } from '@laurel/leaderboards-domain';
import { PlayerTokenSigner } from '@laurel/platform-auth';
import { loadConfig } from '@laurel/platform-config';
import { createHttpApp } from '@laurel/platform-http';
import { KafkaProducer, createKafka, createTopics } from '@laurel/platform-kafka';
import { connectMongo } from '@laurel/platform-mongo';
import { CreateWorkspaceHandler } from '@laurel/tenancy-feature';
import { playerTokenKeyPair, silentLog, testServers, uniqueTestScope, until } from '@laurel/testing';
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

const pair = playerTokenKeyPair();
const servers = testServers();
const scope = uniqueTestScope();
const topics = topicNames(scope.topicPrefix);
const kafka = createKafka({ brokers: servers.kafkaBrokers, clientId: 'spec' }, silentLog);
const producer = new KafkaProducer(kafka, silentLog);
const tokens = new PlayerTokenSigner(pair.privateKey, systemClock);
const gateways: NestFastifyApplication[] = [];
let mongo: Awaited<ReturnType<typeof connectMongo>>;
let workspace: string;
let key: string;
let otherKey: string;
let events = 0;

const database = () => mongo.getClient().db(scope.database);

/** A connection that has authenticated and keeps every frame. */
class Client {
  readonly frames: ServerFrame[] = [];

  private constructor(private readonly ws: WebSocket) {
    ws.on('message', (data: Buffer) => this.frames.push(JSON.parse(data.toString()) as ServerFrame));
  }

  static async open(gateway: NestFastifyApplication | undefined, token: string): Promise<Client> {
    const ws = new WebSocket(`${(await gateway?.getUrl())?.replace('http', 'ws') ?? ''}/v1/live`);
    await once(ws, 'open');
    const client = new Client(ws);
    ws.send(JSON.stringify({ type: 'auth', token }));
    return client;
  }

  /** The first frame that comes with an answer to this subscription. */
  async subscribe(topic: string, more: object = {}): Promise<ServerFrame> {
    const id = `${topic}-${this.frames.length}`;
    this.ws.send(JSON.stringify({ type: 'subscribe', id, topic, ...more }));
    return this.frame(`the answer about ${topic}`, (frame) => 'id' in frame && frame.id === id);
  }

  async frame(what: string, isWanted: (frame: ServerFrame) => boolean): Promise<ServerFrame> {
    let found: ServerFrame | undefined;
    await until(what, () => (found = this.frames.find(isWanted)) !== undefined);
    return found as ServerFrame;
  }

  close(): void {
    this.ws.close();
  }
}

/** Does what the scoring service does with an event of a player: commits, publishes. */
async function happen(playerId: string, points: number, more: Partial<Outcome> = {}): Promise<string> {
  events += 1;
  const eventId = `match-${events}`;
  const decidedAt = systemClock.now();
  await database()
    .collection<PlayerDocument>(PLAYERS_COLLECTION)
    .updateOne(
      { _id: playerDocumentId(workspace, playerId) },
      {
        $inc: { 'stats.points@1.value': points, 'balances.coins': points },
        $set: { 'stats.points@1.at': decidedAt, updatedAt: decidedAt },
        $setOnInsert: { workspace, playerId, partition: 3, boards: {}, createdAt: decidedAt },
      },
      { upsert: true },
    );
  const id = `${workspace}|${playerId}|${eventId}`;
  const outcome: Outcome = {
    ...{ id, workspace, playerId, eventId, type: 'match_played', status: 'processed', release: 1 },
    ...{ occurredAt: decidedAt, decidedAt, effects: [] },
    ...more,
  };
  const message: OutcomesMessage = { v: 1, workspace, partition: 3, outcomes: [outcome] };
  await producer.send(topics.outcomes, [{ key: workspace, value: JSON.stringify(message) }]);
  return eventId;
}

const feedIds = (client: Client): string[] =>
  client.frames.flatMap((frame) => ('outcomes' in frame ? frame.outcomes.map(({ eventId }) => eventId) : []));

async function startGateway(): Promise<void> {
  const config = loadConfig(QueryGatewayConfig, {
    LAUREL_LOG_LEVEL: 'silent',
    LAUREL_KAFKA_BROKERS: servers.kafkaBrokers.join(','),
    LAUREL_KAFKA_TOPIC_PREFIX: scope.topicPrefix,
    LAUREL_MONGO_URL: servers.mongoUrl,
    LAUREL_MONGO_DATABASE: scope.database,
    LAUREL_REDIS_URL: servers.redisUrl,
    LAUREL_REDIS_KEY_PREFIX: scope.keyPrefix,
    LAUREL_PLAYER_TOKEN_PUBLIC_KEY: pair.publicKey,
  });
  const gateway: NestFastifyApplication = await createHttpApp(AppModule.forRoot(config), QUERY_GATEWAY_HTTP);
  await gateway.listen(0, '127.0.0.1');
  gateways.push(gateway);
}

/** Once events arrive: before, a gateway hears nothing of what was decided. */
async function hearing(gateway: NestFastifyApplication | undefined): Promise<void> {
  const client = await Client.open(gateway, key);
  await client.subscribe('feed');
  await until('the gateway hears of events', async () => {
    await happen('everton', 1);
    return feedIds(client).length > 0;
  });
  client.close();
}

describe('players and the feed, watched at query gateways', () => {
  beforeAll(async () => {
    mongo = await connectMongo({ url: servers.mongoUrl, database: scope.database });
    await createTopics(kafka, topics, { replicationFactor: 1, retentionMs: 3_600_000 });
    await producer.connect();
    const create = new CreateWorkspaceHandler(database(), systemClock);
    const [mine, other] = [await create.handle('one', 'dev'), await create.handle('two', 'dev')];
    if (!mine.ok || !other.ok) throw new Error('no workspaces');
    workspace = mine.value.workspace.id;
    [key, otherKey] = [mine.value.secretKey, other.value.secretKey];
    const release: ReleaseDocument<unknown> = {
      _id: releaseDocumentId(workspace, 1),
      ...{ workspace, release: 1, note: '', author: 'key_spec', publishedAt: 0, announcedAt: 0 },
      program: {
        stats: [{ key: 'points', aggregation: 'sum', incarnation: 1 }],
        rules: [],
        leaderboards: [BOARD],
      },
    };
    await database().collection<ReleaseDocument<unknown>>(RELEASES_COLLECTION).insertOne(release);
    await startGateway();
    await startGateway();
    await Promise.all(gateways.map(hearing));
  }, 60_000);

  afterAll(async () => {
    await Promise.all(gateways.map((gateway) => gateway.close()));
    await producer.disconnect();
    await mongo.dropDatabase();
    await mongo.close();
  }, 60_000);

  it('show a player to its own client, and what changes', async () => {
    await happen('arsenal', 3);
    const client = await Client.open(gateways[0], tokens.sign(workspace, 'arsenal').token);
    expect(await client.subscribe('player:arsenal')).toMatchObject({
      type: 'snapshot',
      subscription: 'player:arsenal',
      seq: 1,
      player: { status: 'active', stats: { points: 3 }, balances: { coins: 3 }, ranks: [] },
    });
    await happen('arsenal', 1);
    const delta = await client.frame('the change', ({ type }) => type === 'delta');
    expect(delta).toMatchObject({ seq: 2, player: { stats: { points: 4 }, balances: { coins: 4 } } });
    expect(delta).not.toHaveProperty('player.status');
    client.close();
  });

  it('let a client that comes back go on where it was', async () => {
    await happen('chelsea', 3);
    const [staying, leaving] = [await Client.open(gateways[0], key), await Client.open(gateways[0], key)];
    await staying.subscribe('player:chelsea');
    const snapshot = await leaving.subscribe('player:chelsea');
    const { epoch, seq } = snapshot as { epoch: string; seq: number };
    leaving.close();
    await happen('chelsea', 1);
    const delta = await staying.frame('the change', ({ type }) => type === 'delta');
    const back = await Client.open(gateways[0], key);
    expect(await back.subscribe('player:chelsea', { after: { epoch, seq } })).toMatchObject({ type: 'resumed', seq });
    expect(await back.frame('what was missed', ({ type }) => type === 'delta')).toEqual(delta);
    const elsewhere = await Client.open(gateways[1], key);
    expect(await elsewhere.subscribe('player:chelsea', { after: { epoch, seq } })).toMatchObject({
      type: 'snapshot',
      player: { stats: { points: 4 } },
    });
    for (const client of [staying, back, elsewhere]) client.close();
  });

  it('show no player to another player, nor to another workspace', async () => {
    const player = await Client.open(gateways[0], tokens.sign(workspace, 'city').token);
    expect(await player.subscribe('player:arsenal')).toMatchObject({ type: 'error', code: 'auth.forbidden' });
    const foreign = await Client.open(gateways[0], otherKey);
    expect(await foreign.subscribe('player:arsenal')).toMatchObject({ type: 'error', code: 'players.not_found' });
    for (const client of [player, foreign]) client.close();
  });

  it('show every event at both gateways, and the same sample of them', async () => {
    const all = await Promise.all(gateways.map((gateway) => Client.open(gateway, key)));
    const samples = await Promise.all(gateways.map((gateway) => Client.open(gateway, key)));
    const filter = { types: ['cup_played'] };
    for (const client of all) await client.subscribe('feed', { filter });
    for (const client of samples) await client.subscribe('feed', { filter, sample: 0.5 });
    const sent: string[] = [];
    for (let count = 0; count < 30; count += 1) sent.push(await happen('city', 1, { type: 'cup_played' }));
    await happen('city', 1, { type: 'league_played' });
    const heard = (client: Client): number =>
      feedIds(client).length + client.frames.reduce((sum, frame) => sum + ('skipped' in frame ? frame.skipped : 0), 0);
    await until('all are heard', () => [...all, ...samples].every((client) => heard(client) === sent.length));
    const [one, other] = samples.map(feedIds);
    for (const client of all) expect(feedIds(client)).toEqual(sent);
    expect(one).toEqual(other);
    expect(one?.length).toBeLessThan(sent.length);
    for (const client of [...all, ...samples]) client.close();
  });

  it('show the feed to no player, and nothing of it to another workspace', async () => {
    const player = await Client.open(gateways[0], tokens.sign(workspace, 'city').token);
    expect(await player.subscribe('feed')).toMatchObject({ type: 'error', code: 'auth.forbidden' });
    const foreign = await Client.open(gateways[0], otherKey);
    expect(await foreign.subscribe('feed')).toMatchObject({ type: 'snapshot', outcomes: [] });
    expect(await foreign.subscribe('feed', { sample: 0 })).toMatchObject({ type: 'error', code: 'live.invalid_feed' });
    for (const client of [player, foreign]) client.close();
  });
});
