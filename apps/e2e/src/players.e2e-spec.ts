import { createRedisClient } from '@laurel/platform-redis';
import { silentLog, testServers, until } from '@laurel/testing';
import { type Answer, Api } from './stack/api.js';
import { runLaurel } from './stack/laurel-cli.js';
import { LaurelStack } from './stack/laurel-stack.js';

const SEASON = { kind: 'season', key: '2014-15', start: '2014-08-01T00:00:00Z', end: '2015-06-01T00:00:00Z' };
const PROGRAM = {
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
  leaderboards: [
    { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }, SEASON] },
  ],
};

const redis = createRedisClient({ url: testServers().redisUrl, commandTimeoutMs: 10_000 }, silentLog);
let stack: LaurelStack;
let api: Api;
let stranger: Api;

beforeAll(async () => {
  stack = await LaurelStack.start();
  api = new Api(stack, (await stack.createWorkspace('demo', 'dev')).secretKey);
  stranger = new Api(stack, (await stack.createWorkspace('demo', 'staging')).secretKey);
  expect(await api.publish(PROGRAM)).toMatchObject({ status: 201 });
});
afterAll(async () => {
  redis.disconnect();
  await stack.stop();
});

const score = (eventId: string, playerId: string, amount: number): Promise<Answer> =>
  api.sendAndWait({
    ...{ eventId, type: 'scored', playerId, properties: { amount } },
    occurredAt: '2014-08-16T16:30:00Z',
  });

async function table(window = 'all'): Promise<string | undefined> {
  const { body } = await api.query(`/v1/leaderboards/top?window=${window}`);
  if (body['warming'] === true) return undefined;
  const entries = (body['entries'] ?? []) as { rank: number; playerId: string; score: number }[];
  return entries.map(({ rank, playerId, score }) => `${rank}. ${playerId} ${score}`).join(', ');
}

const standing = async (rows: string): Promise<void> => {
  for (const window of ['all', '2014-15']) {
    await until(`the table of ${window} is: ${rows}`, async () => (await table(window)) === rows);
  }
};

async function verified(): Promise<string> {
  const { code, out, err } = await runLaurel(stack.environment, 'verify');
  return code === 0 ? 'right' : `${out}${err}`;
}

describe('what is known of a player', () => {
  it('is set, changed and read back; stats and balances stay', async () => {
    await score('a1', 'anna', 30);
    const profile = { name: 'Anna', timeZone: 'Europe/London', attributes: { city: 'London', level: 3 } };
    expect(await api.changePlayer('PUT', 'anna', profile)).toMatchObject({
      status: 200,
      body: { ...profile, status: 'active', stats: { points: 30 }, balances: { coins: 10 } },
    });

    const merged = await api.changePlayer('PATCH', 'anna', { timeZone: null, attributes: { level: 4, city: null } });

    expect(merged).toMatchObject({ status: 200, body: { name: 'Anna', attributes: { level: 4 } } });
    expect(merged.body).not.toHaveProperty('timeZone');
    const own = new Api(stack, String((await api.playerToken('anna')).body['token']));
    expect((await own.query('/v1/players/anna')).body).toEqual(merged.body);
  });

  it('makes a player of whom there was no event yet', async () => {
    expect(await api.changePlayer('PUT', 'newcomer', { name: 'New' })).toMatchObject({ status: 200 });
    expect((await api.query('/v1/players/newcomer')).body).toMatchObject({ name: 'New', stats: {}, balances: {} });
  });

  it('counts attributes exactly, and refuses the 65th by what the player has', async () => {
    const many = Object.fromEntries(Array.from({ length: 63 }, (_, index) => [`a${index}`, index]));
    await api.changePlayer('PATCH', 'newcomer', { attributes: many });

    const refused = await api.changePlayer('PATCH', 'newcomer', { attributes: { one: 1, more: 2 } });

    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: '/attributes', rule: 'maxProperties' }] } });
    expect((await api.query('/v1/players/newcomer')).body['attributes']).toEqual(many);
  });

  it('is another workspace’s business to nobody, and not for players to change', async () => {
    const player = new Api(stack, String((await api.playerToken('anna')).body['token']));
    expect(await stranger.changePlayer('PATCH', 'anna', { name: 'X' })).toMatchObject({ status: 404 });
    expect(await stranger.playerStatus('anna', 'ban', 'spite')).toMatchObject({ status: 404 });
    expect(await player.changePlayer('PATCH', 'anna', { name: 'X' })).toMatchObject({ status: 403 });
  });
});

describe('a player who is suspended', () => {
  it('stays on the boards; events lead to nothing, and to something again once reinstated', async () => {
    await score('b1', 'bea', 20);
    await score('c1', 'carl', 10);
    await standing('1. anna 30, 2. bea 20, 3. carl 10');
    expect(await api.playerStatus('carl', 'suspend', 'under review')).toMatchObject({
      status: 200,
      body: { status: 'suspended', statusReason: 'under review' },
    });

    const ignored = await score('c2', 'carl', 500);

    expect(ignored.body).toMatchObject({
      status: 'processed',
      effects: [{ kind: 'refused', code: 'scoring.player_not_active' }],
    });
    await api.playerStatus('carl', 'reinstate', 'nothing found');
    expect((await score('c2', 'carl', 500)).body).toMatchObject({ status: 'duplicate' });
    await score('c3', 'carl', 1);
    await standing('1. anna 30, 2. bea 20, 3. carl 11');
  });
});

describe('a player who is banned', () => {
  const WITHOUT = '1. bea 20, 2. carl 11';

  it('leaves every window at once, and who was behind moves up', async () => {
    expect(await api.playerStatus('anna', 'ban', 'hacked client')).toMatchObject({
      status: 200,
      body: { status: 'banned', stats: { points: 30 }, balances: { coins: 10 } },
    });
    await standing(WITHOUT);
    expect((await score('a2', 'anna', 900)).body).toMatchObject({ effects: [{ kind: 'refused' }] });
    await standing(WITHOUT);
  });

  it('is not brought back by a rebuild of the ranks', async () => {
    const rebuilt = await runLaurel(stack.environment, 'rebuild-ranks', '--workspace', 'demo/dev', '--board', 'top');
    expect([rebuilt.code, rebuilt.err]).toEqual([0, expect.any(String)]);
    await standing(WITHOUT);
  });

  it('is not brought back by the repair of ranks that were lost', async () => {
    const keys = await redis.keys(`${stack.environment['LAUREL_REDIS_KEY_PREFIX']}*`);
    await redis.del(...keys);

    await standing(WITHOUT);
  });

  it('is what the recorded orders say', async () => {
    expect(await verified()).toBe('right');
  });

  it('keeps what an event that is voided meanwhile leaves', async () => {
    await score('d1', 'dora', 15);
    await score('d2', 'dora', 4);
    await api.playerStatus('dora', 'ban', 'a mistake');
    await api.voidEvent('d1', { playerId: 'dora', reason: 'never was' });
    await until('the void is carried out', async () => (await api.query('/v1/events/laurel.void.d1')).status === 200);

    await api.playerStatus('dora', 'reinstate', 'was a mistake');

    await standing(`${WITHOUT}, 3. dora 4`);
  });

  it('is back with the right rank once reinstated', async () => {
    expect(await api.playerStatus('anna', 'reinstate', 'proved innocent')).toMatchObject({
      status: 200,
      body: { status: 'active' },
    });
    await score('a3', 'anna', 1);
    await standing('1. anna 31, 2. bea 20, 3. carl 11, 4. dora 4');
    expect(await verified()).toBe('right');
  });
});
