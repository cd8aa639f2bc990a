import { once } from 'node:events';
import {
  BOARD_POSITIONS_COLLECTION,
  type BoardPositionDocument,
  BOARD_WINDOWS_COLLECTION,
  type BoardWindowDocument,
  FROZEN_PLACES_COLLECTION,
  FROZEN_ROWS_COLLECTION,
  type FrozenPlacesDocument,
  type FrozenRowsDocument,
  PLAYERS_COLLECTION,
  type PlayerDocument,
  RELEASES_COLLECTION,
  type ReleaseDocument,
  type ServerFrame,
  type StandingRow,
  type StandingsMessage,
  boardPositionId,
  boardWindowId,
  frozenPlacesId,
  frozenRowsId,
  playerDocumentId,
  releaseDocumentId,
  topicNames,
} from '@laurel/contracts';
import { systemClock } from '@laurel/kernel';
import { type BoardDefinition, boardId } from '@laurel/leaderboards-domain';
import { RedisRankProjection } from '@laurel/leaderboards-feature';
import { PlayerTokenSigner } from '@laurel/platform-auth';
import { loadConfig } from '@laurel/platform-config';
import { createHttpApp } from '@laurel/platform-http';
import { KafkaProducer, createKafka, createTopics } from '@laurel/platform-kafka';
import { connectMongo } from '@laurel/platform-mongo';
import { closeRedis, createRedisClient } from '@laurel/platform-redis';
import { CreateWorkspaceHandler } from '@laurel/tenancy-feature';
import { playerTokenKeyPair, silentLog, testServers, uniqueTestScope, until } from '@laurel/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { WebSocket } from 'ws';
import { AppModule } from './app.module.js';
import { QUERY_GATEWAY_HTTP } from './query-gateway.api.js';
import { QueryGatewayConfig } from './query-gateway.config.js';

const BOARD: BoardDefinition = {
  key: 'premier-league',
  incarnation: 1,
  source: { stat: 'points' },
  aggregation: 'sum',
  order: 'desc',
  ties: { columns: [{ stat: 'goal_difference', order: 'desc' }], then: 'first_to_reach' },
  windows: [{ kind: 'all' }],
};
const REACHED_AT = Date.parse('2015-05-24T16:00:00Z');

const pair = playerTokenKeyPair();
const servers = testServers();
const scope = uniqueTestScope();
const topics = topicNames(scope.topicPrefix);
const kafka = createKafka({ brokers: servers.kafkaBrokers, clientId: 'spec' }, silentLog);
const producer = new KafkaProducer(kafka, silentLog);
const redis = createRedisClient({ url: servers.redisUrl }, silentLog);
const projection = new RedisRankProjection(redis, scope.keyPrefix);
const tokens = new PlayerTokenSigner(pair.privateKey, systemClock);

let mongo: Awaited<ReturnType<typeof connectMongo>>;
let app: NestFastifyApplication;
let url: string;
let workspace: string;
let key: string;
let otherKey: string;
let offset = 0;

const database = () => mongo.getClient().db(scope.database);

/** Does what the scoring service does when a player's entry changes: commits, projects, publishes. */
async function score(playerId: string, points: number, { isProjected = true } = {}): Promise<void> {
  const entry = { score: points, columns: [points - 40], reachedAt: REACHED_AT };
  const from = offset === 0 ? undefined : `1:${offset}`;
  offset += 1;
  const _id = playerDocumentId(workspace, playerId);
  await database()
    .collection<PlayerDocument>(PLAYERS_COLLECTION)
    .updateOne(
      { _id },
      {
        $set: { [`boards.${boardId(BOARD)}.all`]: entry, 'stats.points@1': { value: points, at: REACHED_AT } },
        $setOnInsert: { workspace, playerId, partition: 3, balances: { coins: 7 }, createdAt: 0, updatedAt: 0 },
      },
      { upsert: true },
    );
  const position = { partition: 3, workspace, board: boardId(BOARD), epoch: 1, offset };
  await database()
    .collection<BoardPositionDocument>(BOARD_POSITIONS_COLLECTION)
    .updateOne({ _id: boardPositionId(3, workspace, boardId(BOARD)) }, { $set: position }, { upsert: true });
  if (isProjected) await project(from, playerId, entry);
  const message: StandingsMessage = {
    v: 1,
    id: String(offset),
    ...position,
    windows: ['all'],
  };
  await producer.send(topics.standings, [{ key: 'spec', value: JSON.stringify(message) }]);
}

async function project(
  from: string | undefined,
  playerId: string,
  entry: { score: number; columns: number[]; reachedAt: number },
): Promise<void> {
  const windows = new Map([['all', [{ playerId, entry }]]]);
  const change = { workspace, board: BOARD, partition: 3, from, to: `1:${offset}`, decidedAt: Date.now(), windows };
  expect(await projection.apply(change)).toBe('applied');
}

async function get(path: string, token = key): Promise<{ status: number; body: Readonly<Record<string, unknown>> }> {
  const answer = await fetch(`${url}/v1/${path}`, { headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, body: (await answer.json()) as Readonly<Record<string, unknown>> };
}

/** The first page, once it is as wanted: pages are shared for a tick, so the next one may be of a moment ago. */
async function pageWhen(
  what: string,
  isWanted: (body: Readonly<Record<string, unknown>>) => boolean,
): Promise<unknown> {
  let body: Readonly<Record<string, unknown>> = {};
  await until(`the page ${what}`, async () => {
    ({ body } = await get('leaderboards/premier-league'));
    return isWanted(body);
  });
  return body;
}

/** A client that follows one view and keeps its table as the frames say. */
class Watcher {
  readonly frames: ServerFrame[] = [];
  rows: readonly StandingRow[] = [];
  isWarming = false;
  readonly closed: Promise<unknown[]>;

  private constructor(private readonly ws: WebSocket) {
    this.closed = once(ws, 'close');
    ws.on('message', (data: Buffer) => this.receive(JSON.parse(data.toString()) as ServerFrame));
  }

  static async open(token: string, view: unknown = { kind: 'top', limit: 20 }): Promise<Watcher> {
    const ws = new WebSocket(`${url.replace('http', 'ws')}/v1/live`);
    await once(ws, 'open');
    const watcher = new Watcher(ws);
    ws.send(JSON.stringify({ type: 'auth', token }));
    ws.send(JSON.stringify({ type: 'subscribe', id: 'mine', topic: 'leaderboard:premier-league', view }));
    return watcher;
  }

  close(): void {
    this.ws.close();
  }

  private receive(frame: ServerFrame): void {
    this.frames.push(frame);
    if (frame.type === 'snapshot' && 'entries' in frame) {
      this.rows = frame.entries;
      this.isWarming = frame.warming ?? false;
    }
    if (frame.type === 'delta' && 'changed' in frame) {
      const rows = new Map(this.rows.map((row) => [row.playerId, row]));
      for (const playerId of frame.removed) rows.delete(playerId);
      for (const row of frame.changed) rows.set(row.playerId, row);
      this.rows = [...rows.values()].sort((left, right) => (left.rank ?? 0) - (right.rank ?? 0));
    }
  }
}

async function start(): Promise<void> {
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
  app = await createHttpApp(AppModule.forRoot(config), QUERY_GATEWAY_HTTP);
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
}

describe('the query gateway', () => {
  beforeAll(async () => {
    mongo = await connectMongo({ url: servers.mongoUrl, database: scope.database });
    await createTopics(kafka, topics, { replicationFactor: 1, retentionMs: 3_600_000 });
    await producer.connect();
    const create = new CreateWorkspaceHandler(database(), systemClock);
    const [mine, other] = [await create.handle('one', 'dev'), await create.handle('two', 'dev')];
    if (!mine.ok || !other.ok) throw new Error('no workspaces');
    workspace = mine.value.workspace.id;
    [key, otherKey] = [mine.value.secretKey, other.value.secretKey];
    const stats = [{ key: 'points', aggregation: 'sum', incarnation: 1 }];
    await database()
      .collection<ReleaseDocument<unknown>>(RELEASES_COLLECTION)
      .insertOne({
        _id: releaseDocumentId(workspace, 1),
        workspace,
        release: 1,
        note: '',
        author: 'key_spec',
        program: { stats, rules: [], leaderboards: [BOARD] },
        publishedAt: 0,
        announcedAt: 0,
      });
    await start();
    await score('chelsea', 87);
    await score('city', 79);
    await score('arsenal', 75);
  }, 60_000);

  afterAll(async () => {
    await app.close();
    await producer.disconnect();
    const left = await redis.keys(`${scope.keyPrefix}*`);
    if (left.length > 0) await redis.del(left);
    await closeRedis(redis);
    await mongo.dropDatabase();
    await mongo.close();
  }, 60_000);

  it('is ready', async () => {
    const answer = await fetch(`${url}/health/ready`);
    expect(await answer.json()).toEqual({ status: 'ready', checks: { mongo: { ok: true } } });
  });

  it('answers pages, surroundings, standings, players', async () => {
    const row = {
      rank: 2,
      playerId: 'city',
      score: 79,
      columns: { goal_difference: 39 },
      reachedAt: '2015-05-24T16:00:00.000Z',
    };
    expect(await get('leaderboards/premier-league')).toMatchObject({
      status: 200,
      body: { total: 3, entries: [{ playerId: 'chelsea' }, row, { playerId: 'arsenal' }] },
    });
    expect(await get('leaderboards/premier-league/around/city?limit=1')).toMatchObject({ body: { entries: [row] } });
    expect(await get('leaderboards/premier-league/players/city')).toMatchObject({
      body: { entry: { ...row, percentile: 66.66 } },
    });
    expect(await get('players/city')).toMatchObject({
      status: 200,
      body: { playerId: 'city', stats: { points: 79 }, balances: { coins: 7 } },
    });
    expect(await get('events/none')).toMatchObject({ status: 404, body: { code: 'events.not_found' } });
  });

  it('answers what else is asked of a board, and all boards of a player', async () => {
    const namesAt = async (path: string): Promise<unknown> =>
      ((await get(`leaderboards/premier-league/${path}`)).body['entries'] as { playerId: string }[]).map(
        ({ playerId }) => playerId,
      );
    expect(await namesAt('around?score=80&limit=1')).toEqual(['city']);
    expect(await namesAt('players?ids=arsenal,chelsea,nobody')).toEqual(['chelsea', 'arsenal']);
    expect(await namesAt('top?percent=34')).toEqual(['chelsea', 'city']);
    expect(await namesAt('ranks?from=2')).toEqual(['city', 'arsenal']);
    expect(await namesAt('scores?max=80')).toEqual(['city', 'arsenal']);
    expect(await get('leaderboards/premier-league/percentiles?at=50')).toMatchObject({
      body: { percentiles: [{ entry: { playerId: 'city' } }] },
    });
    expect(await get('players/city/leaderboards')).toMatchObject({
      body: { leaderboards: [{ board: 'premier-league', total: 3, entry: { rank: 2 } }] },
    });
    expect(await get('players/nobody/leaderboards')).toMatchObject({ status: 404 });
  });

  it('answers a window that has ended as it is kept', async () => {
    const at = { workspace, board: boardId(BOARD), window: '2014-W47' };
    const rows = [{ playerId: 'city', rank: 1, score: 3, columns: [1], reachedAt: REACHED_AT }];
    const times = { start: REACHED_AT - 1, end: REACHED_AT + 1, closesAt: REACHED_AT + 1, frozenAt: REACHED_AT + 2 };
    await database()
      .collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION)
      .insertOne({
        ...{ _id: boardWindowId(workspace, at.board, at.window), ...at, ...times, name: 'weekly', timeZone: 'UTC' },
        ...{ ending: 'schedule_changed', release: 1, state: 'frozen', barrier: 'b', total: 1, buckets: 1 },
      });
    await database()
      .collection<FrozenRowsDocument>(FROZEN_ROWS_COLLECTION)
      .insertOne({ _id: frozenRowsId(workspace, at.board, at.window, '', 0), ...at, part: '', first: 0, rows });
    await database()
      .collection<FrozenPlacesDocument>(FROZEN_PLACES_COLLECTION)
      .insertOne({
        _id: frozenPlacesId(workspace, at.board, at.window, 0),
        ...{ ...at, bucket: 0, places: [['city', 0]] },
      });
    const standing = { window: { key: at.window, closed: true }, total: 1, entry: { rank: 1, score: 3 } };
    expect(await get('leaderboards/premier-league?window=2014-W47')).toMatchObject({
      body: { window: { closed: true }, total: 1, entries: [{ rank: 1, playerId: 'city', score: 3 }] },
    });
    expect(await get('leaderboards/premier-league/players/city?window=2014-W47')).toMatchObject({ body: standing });
    expect(await get('leaderboards/premier-league/players/city/history')).toMatchObject({
      body: { entries: [standing], next: null },
    });
  });

  it('shows a player token boards and its own player, and nothing else', async () => {
    const { token } = tokens.sign(workspace, 'city');
    expect(await get('leaderboards/premier-league', token)).toMatchObject({ status: 200 });
    expect(await get('players/city', token)).toMatchObject({ status: 200 });
    expect(await get('players/chelsea', token)).toMatchObject({ status: 403 });
    expect(await get('events/none', token)).toMatchObject({ status: 403 });
  });

  it('shows another workspace nothing of this one', async () => {
    expect(await get('leaderboards/premier-league', otherKey)).toMatchObject({ status: 404 });
    expect(await get('players/city', otherKey)).toMatchObject({ status: 404 });
    const watcher = await Watcher.open(otherKey);
    await until('an error came', () => watcher.frames.length === 2);
    expect(watcher.frames[1]).toMatchObject({ type: 'error', id: 'mine', code: 'leaderboards.not_found' });
    watcher.close();
  });

  it('tells watchers what changes, and they end on the table that a read gives', async () => {
    const watchers = [
      await Watcher.open(key),
      await Watcher.open(tokens.sign(workspace, 'arsenal').token),
      await Watcher.open(key, { kind: 'around', playerId: 'arsenal', limit: 3 }),
    ];
    await until('everyone has a snapshot', () => watchers.every(({ rows }) => rows.length === 3));
    expect(watchers[0]?.frames.slice(0, 2)).toMatchObject([
      { type: 'ready' },
      { type: 'snapshot', id: 'mine', seq: 1 },
    ]);
    for (let points = 76; points <= 90; points += 1) await score('arsenal', points);
    await until('everyone sees the last', () => watchers.every(({ rows }) => rows[0]?.score === 90));
    const isLast = ({ entries }: Readonly<Record<string, unknown>>) => (entries as StandingRow[])[0]?.score === 90;
    const page = await pageWhen('has the last', isLast);
    for (const watcher of watchers) {
      expect(page).toMatchObject({ entries: watcher.rows });
      expect(watcher.frames.every(({ type }) => type === 'ready' || type === 'snapshot' || type === 'delta')).toBe(
        true,
      );
      watcher.close();
    }
  });

  it('streams the same as events, for a ticket', async () => {
    const asked = await fetch(`${url}/v1/live/tickets`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}` },
    });
    const { ticket } = (await asked.json()) as { readonly ticket: string };
    const query = `topic=leaderboard:premier-league&limit=2&ticket=${ticket}`;
    const stop = new AbortController();
    const stream = await fetch(`${url}/v1/live/stream?${query}`, { signal: stop.signal });
    let text = '';
    const reading = (async () => {
      for await (const bytes of stream.body ?? []) text += Buffer.from(bytes as Uint8Array).toString('utf8');
    })().catch(() => undefined);
    const frames = (): ServerFrame[] =>
      [...text.matchAll(/^data: (.*)$/gm)].map(([, data = '']) => JSON.parse(data) as ServerFrame);
    await until('it has a snapshot', () => frames().length > 0);
    expect(frames()[0]).toMatchObject({ type: 'snapshot', total: 3, entries: [{}, {}] });
    await score('arsenal', 91);
    await until('it sees the change', () => frames().some((frame) => frame.type === 'delta'));
    expect(text).toMatch(/^id: [\w-]+:2\nevent: delta\n/m);
    expect((await fetch(`${url}/v1/live/stream?${query}`)).status).toBe(401);
    stop.abort();
    await reading;
  });

  it('streams another workspace nothing of this one', async () => {
    const stream = (topic: string, token: string) =>
      get(`live/stream?topic=leaderboard:${topic}`, token).then(({ status, body }) => [status, body['code']]);
    expect(await stream('premier-league', otherKey)).toEqual([404, 'leaderboards.not_found']);
    expect(await stream('premier-league', otherKey)).toEqual(await stream('none', otherKey));
  });

  it('gives no rank while Redis has lost them, and right ones when they are back', async () => {
    const watcher = await Watcher.open(key);
    await until('it has a snapshot', () => watcher.rows.length > 0);
    const keys = await redis.keys(`${scope.keyPrefix}*`);
    const dumps = await Promise.all(keys.map(async (name) => [name, await redis.dumpBuffer(name)] as const));
    await redis.del(keys);
    expect(await pageWhen('says so', ({ warming }) => warming === true)).toMatchObject({ total: null, entries: [] });
    expect(await get('leaderboards/premier-league/players/city')).toMatchObject({
      body: { warming: true, entry: { rank: null, score: 79, percentile: null } },
    });
    await until('the watcher is told', () => watcher.isWarming);
    expect(watcher.rows).toEqual([]);
    for (const [name, dump] of dumps) if (dump) await redis.restore(name, 0, dump);
    await until('the watcher has ranks again', () => !watcher.isWarming && watcher.rows.length === 3);
    expect(await pageWhen('has ranks again', ({ warming }) => !warming)).toMatchObject({ entries: watcher.rows });
    watcher.close();
  });

  it('gives no rank while a committed change stays away from Redis', async () => {
    await score('city', 99, { isProjected: false });
    await pageWhen('says so', ({ warming }) => warming === true);
    await project(`1:${offset - 1}`, 'city', { score: 99, columns: [59], reachedAt: REACHED_AT });
    expect(await pageWhen('has ranks again', ({ warming }) => !warming)).toMatchObject({
      total: 3,
      entries: [{ playerId: 'city', score: 99 }, {}, {}],
    });
  });

  it('describes itself', async () => {
    const answer = await fetch(`${url}/openapi.json`);
    const { paths } = (await answer.json()) as { paths: Readonly<Record<string, unknown>> };
    expect(Object.keys(paths).sort()).toEqual([
      '/v1/activity',
      '/v1/events',
      '/v1/events/{id}',
      '/v1/leaderboards',
      '/v1/leaderboards/{key}',
      '/v1/leaderboards/{key}/around',
      '/v1/leaderboards/{key}/around/{playerId}',
      '/v1/leaderboards/{key}/parts',
      '/v1/leaderboards/{key}/percentiles',
      '/v1/leaderboards/{key}/players',
      '/v1/leaderboards/{key}/players/{playerId}',
      '/v1/leaderboards/{key}/players/{playerId}/history',
      '/v1/leaderboards/{key}/players/{playerId}/league',
      '/v1/leaderboards/{key}/players/{playerId}/trail',
      '/v1/leaderboards/{key}/ranks',
      '/v1/leaderboards/{key}/scores',
      '/v1/leaderboards/{key}/top',
      '/v1/leaderboards/{key}/windows',
      '/v1/leaderboards/{key}/windows/{window}/export',
      '/v1/limits',
      '/v1/live/stream',
      '/v1/live/tickets',
      '/v1/players',
      '/v1/players/{id}',
      '/v1/players/{id}/export',
      '/v1/players/{id}/grants',
      '/v1/players/{id}/leaderboards',
      '/v1/segments',
      '/v1/segments/{key}',
      '/v1/segments/{key}/players',
    ]);
  });

  it('says goodbye to its watchers when it stops', async () => {
    const watcher = await Watcher.open(key);
    await until('it has a snapshot', () => watcher.rows.length > 0);
    await app.close();
    expect(watcher.frames.at(-1)).toMatchObject({ type: 'bye', code: 'live.stopping' });
    expect((await watcher.closed)[0]).toBe(1012);
    await start();
    expect(await get('leaderboards/premier-league')).toMatchObject({ status: 200 });
  });
});
