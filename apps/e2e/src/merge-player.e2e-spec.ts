import { once } from 'node:events';
import { TOMBSTONES_COLLECTION, type TombstoneDocument } from '@laurel/contracts';
import { connectMongo } from '@laurel/platform-mongo';
import { createRedisClient } from '@laurel/platform-redis';
import { silentLog, testServers, until } from '@laurel/testing';
import { type Answer, Api } from './stack/api.js';
import { placesOf } from './stack/full-scan.js';
import { runLaurel } from './stack/laurel-cli.js';
import { LaurelStack } from './stack/laurel-stack.js';

const PROGRAM = {
  stats: [
    { key: 'points', aggregation: 'sum' },
    { key: 'record', aggregation: 'max' },
  ],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      then: [
        { effect: 'record', stat: 'points', amount: { property: 'event.properties.amount' } },
        { effect: 'record', stat: 'record', amount: { property: 'event.properties.amount' } },
        { effect: 'award', currency: 'coins', amount: 10 },
      ],
    },
    {
      key: 'welcome',
      on: ['scored'],
      limits: [{ per: 'ever', times: 1 }],
      then: [{ effect: 'award', currency: 'gems', amount: 1 }],
    },
  ],
  leaderboards: [
    { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
};
const REASON = 'Signed up.';
/** No name of anything else holds them. */
const [GUEST, ACCOUNT] = ['guest-q7x3', 'account-q7x4'];

const redis = createRedisClient({ url: testServers().redisUrl, commandTimeoutMs: 10_000 }, silentLog);
let mongo: Awaited<ReturnType<typeof connectMongo>>;
let stack: LaurelStack;
let api: Api;
let stranger: Api;
let own = '';

const db = () => mongo.getClient().db(stack.environment['LAUREL_MONGO_DATABASE']);

beforeAll(async () => {
  stack = await LaurelStack.start();
  mongo = await connectMongo({
    url: testServers().mongoUrl,
    database: stack.environment['LAUREL_MONGO_DATABASE'] ?? '',
  });
  const { workspace, secretKey } = await stack.createWorkspace('demo', 'dev');
  own = workspace;
  api = new Api(stack, secretKey);
  stranger = new Api(stack, (await stack.createWorkspace('demo', 'staging')).secretKey);
  for (const each of [api, stranger]) expect(await each.publish(PROGRAM)).toMatchObject({ status: 201 });
}, 120_000);
afterAll(async () => {
  redis.disconnect();
  await stack.stop();
  await mongo.close();
});

const score = (eventId: string, playerId: string, amount: number, as = api): Promise<Answer> =>
  as.sendAndWait({ eventId, type: 'scored', playerId, properties: { amount } });
const merge = (guest: string, into: string, as = api): Promise<Answer> =>
  as.edit('POST', `/v1/players/${guest}/merge`, { into, reason: REASON });
const playerOf = async (id: string, as = api): Promise<Answer['body']> => (await as.query(`/v1/players/${id}`)).body;

const has = (id: string, stats: object, balances: object): Promise<unknown> =>
  until(`${id} has ${JSON.stringify({ stats, balances })}`, async () => {
    const player = await playerOf(id);
    return JSON.stringify([player['stats'], player['balances']]) === JSON.stringify([stats, balances]);
  });
const standing = (rows: string): Promise<unknown> =>
  until(`the table is: ${rows}`, async () => {
    const { body } = await api.query('/v1/leaderboards/top?window=all');
    const entries = (body['entries'] ?? []) as { rank: number; playerId: string; score: number }[];
    const table = entries.map((each) => `${each.rank}. ${each.playerId} ${each.score}`).join(', ');
    return body['warming'] !== true && table === rows;
  });
async function laurel(...args: [string, ...string[]]): Promise<string> {
  const { code, out, err } = await runLaurel(stack.environment, ...args);
  return code === 0 ? 'right' : `${out}${err}`;
}

describe('a guest who is merged into an account', () => {
  it('is closed and on no leaderboard; the account has all that was the guest’s', async () => {
    await score('g1', GUEST, 30);
    await score('g2', GUEST, 5);
    await score('a1', ACCOUNT, 20);
    await score('r1', 'rival', 40);
    for (const each of [GUEST, ACCOUNT]) await score('s1', each, 7, stranger);
    await api.changePlayer('PATCH', GUEST, { attributes: { city: 'Arles', level: 1 } });
    await api.changePlayer('PATCH', ACCOUNT, { name: 'Anna', attributes: { level: 3 } });
    await standing(`1. rival 40, 2. ${GUEST} 35, 3. ${ACCOUNT} 20`);

    const answer = await merge(GUEST, ACCOUNT);

    expect(answer).toMatchObject({
      status: 200,
      body: { status: 'merged', mergedInto: ACCOUNT, statusReason: REASON, stats: {}, balances: {} },
    });
    await has(ACCOUNT, { points: 55, record: 30 }, { coins: 30, gems: 2 });
    await standing(`1. ${ACCOUNT} 55, 2. rival 40`);
    expect(await playerOf(ACCOUNT)).toMatchObject({ name: 'Anna', attributes: { city: 'Arles', level: 3 } });
    expect(await playerOf(GUEST)).toMatchObject({ status: 'merged', mergedInto: ACCOUNT });
    expect((await api.query('/v1/players?status=merged')).body['entries']).toMatchObject([{ playerId: GUEST }]);
    const guest = new Api(stack, String((await api.playerToken(GUEST)).body['token']));
    expect((await guest.query(`/v1/players/${GUEST}`)).body).not.toHaveProperty('mergedInto');
  });

  it('takes nothing more: no event, no order, no void', async () => {
    expect((await score('g3', GUEST, 500)).body).toMatchObject({
      status: 'processed',
      effects: [{ kind: 'refused', code: 'scoring.player_merged' }],
    });
    expect(await api.playerStatus(GUEST, 'reinstate', 'x')).toMatchObject({ body: { code: 'players.merged' } });
    expect(await api.changePlayer('PATCH', GUEST, { name: 'X' })).toMatchObject({ body: { code: 'players.merged' } });
    expect(await api.voidEvent('g1', { playerId: GUEST, reason: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'events.player_merged' },
    });
    expect(await merge(GUEST, ACCOUNT)).toMatchObject({ status: 200, body: { mergedInto: ACCOUNT } });
    expect(await merge(GUEST, 'rival')).toMatchObject({ status: 409, body: { code: 'players.merged' } });
    expect(await merge('rival', GUEST)).toMatchObject({ status: 409, body: { code: 'players.merged' } });
    await has(ACCOUNT, { points: 55, record: 30 }, { coins: 30, gems: 2 });
  });

  it('has used up limits for the account too; what the account did by itself can be taken back', async () => {
    await score('a2', ACCOUNT, 1);
    await has(ACCOUNT, { points: 56, record: 30 }, { coins: 40, gems: 2 });
    await api.voidEvent('a1', { playerId: ACCOUNT, reason: 'a mistake' });
    await has(ACCOUNT, { points: 36, record: 30 }, { coins: 30, gems: 1 });
    await standing(`1. rival 40, 2. ${ACCOUNT} 36`);
  });

  it('is another workspace’s business to nobody', async () => {
    expect(await merge('rival', ACCOUNT, stranger)).toMatchObject({ status: 404 });
    expect(await playerOf(GUEST, stranger)).toMatchObject({ status: 'active', stats: { points: 7 } });
    expect(await playerOf(ACCOUNT, stranger)).toMatchObject({ stats: { points: 7 }, balances: { coins: 10 } });
  });

  it.each(['committed', 'projected', 'published'])(
    'is absorbed exactly once where scoring dies right after the merge is %s',
    async (failpoint) => {
      await score(`${failpoint}-1`, `of-${failpoint}`, 3);
      await stack.scoring.stop();
      expect(await merge(`of-${failpoint}`, `into-${failpoint}`)).toMatchObject({ status: 202 });
      const dying = stack.scoring.launch({ LAUREL_FAILPOINT: failpoint });
      await once(dying, 'exit', { signal: AbortSignal.timeout(90_000) });
      expect(dying.signalCode).toBe('SIGKILL');

      await stack.scoring.start();

      await has(`into-${failpoint}`, { points: 3, record: 3 }, { coins: 10, gems: 1 });
      // Behind whatever was handed over a second time.
      await score(`${failpoint}-2`, `into-${failpoint}`, 1);
      await has(`into-${failpoint}`, { points: 4, record: 3 }, { coins: 20, gems: 1 });
    },
    120_000,
  );

  it('is found so by a check of all state, and by ranks that are built anew', async () => {
    expect(await laurel('verify')).toBe('right');
    expect(await laurel('rebuild-ranks')).toBe('right');
    await standing(`1. rival 40, 2. ${ACCOUNT} 36, 3. into-committed 4, 4. into-projected 4, 5. into-published 4`);
  });

  it('is nowhere once erased, also not with the account, and goes with the account that is erased', async () => {
    await score('h1', 'guest-q7x5', 1);
    await merge('guest-q7x5', ACCOUNT);
    await has(ACCOUNT, { points: 37, record: 30 }, { coins: 40, gems: 2 });
    const prefix = stack.environment['LAUREL_REDIS_KEY_PREFIX'] ?? '';
    // Another workspace has players of the same ids.
    const scan = async (text: string): Promise<string[]> =>
      (await placesOf(text, db(), redis, prefix)).filter((place) => place.includes(own));
    const tombstones = db().collection<TombstoneDocument>(TOMBSTONES_COLLECTION);
    const swept = (): Promise<unknown> =>
      until(
        'nothing is left to sweep',
        async () => (await tombstones.countDocuments({ sweep: { $exists: true } })) === 0,
      );

    expect(await api.edit('DELETE', '/v1/players/guest-q7x5')).toMatchObject({ status: 200 });
    await swept();
    expect(await scan('guest-q7x5')).toEqual([]);
    expect(await api.edit('DELETE', `/v1/players/${ACCOUNT}`)).toMatchObject({ status: 200 });
    await swept();

    expect(await api.query(`/v1/players/${GUEST}`)).toMatchObject({ status: 404 });
    for (const id of [GUEST, ACCOUNT]) expect(await scan(id)).toEqual([]);
    expect(await laurel('verify')).toBe('right');
  }, 120_000);
});
