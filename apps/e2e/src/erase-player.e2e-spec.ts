import { once } from 'node:events';
import {
  CHECKPOINTS_COLLECTION,
  type CheckpointDocument,
  TOMBSTONES_COLLECTION,
  type TombstoneDocument,
  partitionOf,
  playerKey,
} from '@laurel/contracts';
import { connectMongo } from '@laurel/platform-mongo';
import { createRedisClient } from '@laurel/platform-redis';
import { silentLog, testServers, until } from '@laurel/testing';
import { erasureOf } from './meta/erasure-table.js';
import { type Answer, Api } from './stack/api.js';
import { placesOf } from './stack/full-scan.js';
import { runLaurel } from './stack/laurel-cli.js';
import { LaurelStack } from './stack/laurel-stack.js';

const SEASON = { kind: 'season', key: 'long', start: '2020-01-01T00:00:00Z', end: '2090-01-01T00:00:00Z' };
const board = (key: string, windows: readonly object[]) => ({
  ...{ key, source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows },
});
const program = (leaderboards: readonly object[]) => ({
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      then: [
        { effect: 'record', stat: 'points', amount: { property: 'event.properties.amount' } },
        { effect: 'award', currency: 'coins', amount: 10 },
      ],
    },
  ],
  leaderboards,
});
/** No name of anything else holds them. */
const ANNA = 'anna-q7x3';
const BEA = 'bea-q7x4';

const redis = createRedisClient({ url: testServers().redisUrl, commandTimeoutMs: 10_000 }, silentLog);
let mongo: Awaited<ReturnType<typeof connectMongo>>;
let stack: LaurelStack;
let api: Api;
let workspace = '';
let secretKey = '';

const db = () => mongo.getClient().db(stack.environment['LAUREL_MONGO_DATABASE']);

beforeAll(async () => {
  stack = await LaurelStack.start();
  mongo = await connectMongo({
    url: testServers().mongoUrl,
    database: stack.environment['LAUREL_MONGO_DATABASE'] ?? '',
  });
  ({ workspace, secretKey } = await stack.createWorkspace('demo', 'dev'));
  api = new Api(stack, secretKey);
  expect(
    await api.publish(program([board('top', [{ kind: 'all' }, SEASON]), board('dropped', [{ kind: 'all' }])])),
  ).toMatchObject({ status: 201 });
}, 120_000);
afterAll(async () => {
  redis.disconnect();
  await stack.stop();
  await mongo.close();
});

const score = (eventId: string, playerId: string, amount: number): Promise<Answer> =>
  api.sendAndWait({ eventId, type: 'scored', playerId, properties: { amount } });
const erase = (playerId: string, query = ''): Promise<Answer> => api.edit('DELETE', `/v1/players/${playerId}${query}`);

const standing = (rows: string): Promise<unknown> =>
  until(`the table is: ${rows}`, async () => {
    const { body } = await api.query('/v1/leaderboards/top?window=all');
    const entries = (body['entries'] ?? []) as { rank: number; playerId: string }[];
    return body['warming'] !== true && entries.map(({ rank, playerId }) => `${rank}. ${playerId}`).join(', ') === rows;
  });
const scan = (text: string): Promise<string[]> =>
  placesOf(text, db(), redis, stack.environment['LAUREL_REDIS_KEY_PREFIX'] ?? '');
const tombstones = () => db().collection<TombstoneDocument>(TOMBSTONES_COLLECTION);
const swept = (): Promise<unknown> =>
  until(
    'nothing is left to sweep',
    async () => (await tombstones().countDocuments({ sweep: { $exists: true } })) === 0,
  );

async function laurel(...args: [string, ...string[]]): Promise<string> {
  const { code, out, err } = await runLaurel(stack.environment, ...args);
  return code === 0 ? 'right' : `${out}${err}`;
}

describe('a player who is erased', () => {
  let tombstone = '';

  it('is gone at once: whoever was behind moves up, and nothing of the player is shown', async () => {
    await score('c1', 'carl', 30);
    await score('a1', ANNA, 20);
    await score('b1', BEA, 10);
    await score('a2', ANNA, 5);
    await api.sendEvent({ eventId: 'a3', type: 'scored', playerId: ANNA, properties: { amount: 'none' } });
    await api.voidEvent('a2', { playerId: ANNA, reason: 'a mistake' });
    await api.changePlayer('PUT', ANNA, { name: 'Anna Q', attributes: { city: 'Arles' } });
    await api.playerStatus(ANNA, 'ban', 'cheated');
    await api.playerStatus(ANNA, 'reinstate', 'did not');
    await api.playerToken(ANNA);
    expect(await api.publish(program([board('top', [{ kind: 'all' }])]))).toMatchObject({ status: 201 });
    await standing(`1. carl, 2. ${ANNA}, 3. ${BEA}`);
    expect((await scan(ANNA)).length).toBeGreaterThan(5);
    expect(await scan('Anna Q')).not.toEqual([]);

    const answer = await erase(ANNA, '?reason=ticket%204711');

    expect(answer).toMatchObject({ status: 200, body: { status: 'erased' } });
    tombstone = String(answer.body['tombstone']);
    await standing(`1. carl, 2. ${BEA}`);
    expect(await api.query(`/v1/players/${ANNA}`)).toMatchObject({ status: 404 });
    expect(await api.query('/v1/events/a1')).toMatchObject({ status: 404 });
    expect((await api.query(`/v1/events?playerId=${ANNA}`)).body['entries']).toEqual([]);
    expect(JSON.stringify((await api.query('/v1/events')).body)).not.toContain(ANNA);
    expect(await api.query(`/v1/players/${ANNA}/export`)).toMatchObject({ status: 404 });
  });

  it('stands in the audit log by the tombstone alone', async () => {
    const { body } = await api.admin(`/v1/audit?target=${tombstone}`);
    const entries = body['entries'] as { action: string; after?: unknown; before?: unknown }[];
    expect(entries.map(({ action }) => action)).toEqual([
      'players.erase',
      'player_tokens.mint',
      'players.reinstate',
      'players.ban',
      'players.replace',
    ]);
    expect(JSON.stringify(entries[0]?.after)).toContain('ticket 4711');
    expect(entries.slice(1).map(({ after }) => after ?? null)).toEqual([null, null, null, null]);
  });

  it('leaves nothing in any document and any rank, also of boards that were dropped', async () => {
    await swept();
    const known = erasureOf('Collections of MongoDB');
    expect(
      (await db().collections()).map(({ collectionName }) => collectionName).filter((name) => !known.has(name)),
    ).toEqual([]);
    expect(await scan(ANNA)).toEqual([]);
    expect(await scan('Anna Q')).toEqual([]);
    expect(await tombstones().find().toArray()).toMatchObject([{ _id: tombstone, workspace }]);
    expect(await laurel('verify')).toBe('right');
  });

  it('can’t come back by an event or an order, and the erasure can be asked for again', async () => {
    expect(await score('a9', ANNA, 500)).toMatchObject({
      body: { status: 'failed', failure: { code: 'scoring.player_erased' } },
    });
    expect(await api.changePlayer('PUT', ANNA, { name: 'Anna Q' })).toMatchObject({
      status: 409,
      body: { code: 'players.erased' },
    });
    expect(await api.playerStatus(ANNA, 'ban', 'again')).toMatchObject({ status: 404 });
    expect(await erase(ANNA)).toMatchObject({ status: 200, body: { status: 'erased', tombstone } });

    expect(await api.query(`/v1/players/${ANNA}`)).toMatchObject({ status: 404 });
    expect(await scan(ANNA)).toEqual([]);
    expect(await laurel('verify')).toBe('right');
  });

  it('can’t come back by a rebuild of the ranks, or by a log that is read again', async () => {
    expect(await laurel('rebuild-ranks')).toBe('right');
    await standing(`1. carl, 2. ${BEA}`);
    const checkpoints = db().collection<CheckpointDocument>(CHECKPOINTS_COLLECTION);
    const _id = partitionOf(playerKey(workspace, ANNA));
    await stack.scoring.stop();
    const end = await checkpoints.findOne({ _id });
    await checkpoints.updateOne({ _id }, { $set: { epoch: 2, offset: -1, published: -1, fingerprint: '' } });

    await stack.scoring.start();

    await until('the log is read again', async () => (await checkpoints.findOne({ _id }))?.offset === end?.offset);
    await standing(`1. carl, 2. ${BEA}`);
    expect(await scan(ANNA)).toEqual([]);
    expect(await api.query(`/v1/players/${ANNA}`)).toMatchObject({ status: 404 });
  });

  it('is of one workspace: another has the same id, and erases only its own', async () => {
    const other = new Api(stack, (await stack.createWorkspace('demo', 'staging')).secretKey);
    expect(await other.edit('DELETE', `/v1/players/${BEA}`)).toMatchObject({ status: 404 });
    expect(await other.changePlayer('PUT', ANNA, { name: 'Another' })).toMatchObject({ status: 200 });
    expect(await other.edit('DELETE', `/v1/players/${ANNA}`)).toMatchObject({ status: 200 });
    expect((await api.query(`/v1/players/${BEA}`)).body).toMatchObject({ playerId: BEA });
  });

  it('is erased whole, and not again, where scoring is killed on the way', async () => {
    const many = Array.from({ length: 30 }, (_, index) => `m${index}`);
    for (const eventId of many) await score(eventId, BEA, 1);
    await stack.scoring.stop();
    expect(await erase(BEA)).toMatchObject({ status: 202, body: { status: 'accepted' } });

    for (const failpoint of ['decided:1', 'committed:1', 'swept:1', 'swept:7']) {
      const dying = stack.scoring.launch({ LAUREL_FAILPOINT: failpoint });
      await once(dying, 'exit', { signal: AbortSignal.timeout(90_000) });
      expect([failpoint, dying.signalCode]).toEqual([failpoint, 'SIGKILL']);
    }
    // Before the rest is swept: nothing of it is shown.
    expect((await api.query(`/v1/events?playerId=${BEA}`)).body['entries']).toEqual([]);
    expect(await api.query('/v1/events/m29')).toMatchObject({ status: 404 });

    await stack.scoring.start();
    await swept();
    await standing('1. carl');
    expect(await scan(BEA)).toEqual([]);
    expect(await laurel('verify')).toBe('right');
  }, 300_000);
});
