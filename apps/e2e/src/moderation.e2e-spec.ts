import { createRedisClient } from '@laurel/platform-redis';
import { silentLog, testServers, until } from '@laurel/testing';
import { type Answer, Api } from './stack/api.js';
import { runLaurel } from './stack/laurel-cli.js';
import { LaurelStack } from './stack/laurel-stack.js';

const board = (key: string, more: object = {}) => ({
  ...{ key, source: { stat: 'points' }, aggregation: 'sum', order: 'desc' },
  windows: [{ kind: 'all' }, { kind: 'yearly' }],
  ...more,
});
const PROGRAM = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      then: [{ effect: 'record', stat: 'points', amount: { property: 'event.properties.amount' } }],
    },
  ],
  leaderboards: [board('top'), board('cup', { joining: 'opt_in', windows: [{ kind: 'yearly' }] })],
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
  for (const [playerId, amount] of [['anna', 30] as const, ['bea', 20] as const, ['carl', 10] as const]) {
    await score(`${playerId}-1`, playerId, amount);
  }
});
afterAll(async () => {
  redis.disconnect();
  await stack.stop();
});

const score = (eventId: string, playerId: string, amount: number): Promise<Answer> =>
  api.sendAndWait({ eventId, type: 'scored', playerId, properties: { amount } });

const moderate = (playerId: string, verb: string, more: object = {}, by = api): Promise<Answer> =>
  by.edit('POST', `/v1/leaderboards/top/players/${playerId}/${verb}`, { reason: 'a test', ...more });

async function table(window: string, of = 'top'): Promise<string | undefined> {
  const { body } = await api.query(`/v1/leaderboards/${of}?window=${window}`);
  if (body['warming'] === true) return undefined;
  const entries = (body['entries'] ?? []) as { rank: number; playerId: string; score: number }[];
  return entries.map(({ rank, playerId, score: points }) => `${rank}. ${playerId} ${points}`).join(', ');
}

const showing = async (rows: string, windows = ['all', 'yearly'], of = 'top'): Promise<void> => {
  for (const window of windows) {
    await until(`the table of ${of} ${window} is: ${rows}`, async () => (await table(window, of)) === rows);
  }
};

async function verified(): Promise<string> {
  const { code, out, err } = await runLaurel(stack.environment, 'verify');
  return code === 0 ? 'right' : `${out}${err}`;
}

const ALL = '1. anna 30, 2. bea 20, 3. carl 10';
const WITHOUT = '1. bea 20, 2. carl 10';

describe('a player who is hidden on a leaderboard', () => {
  it('leaves every window, and who was behind moves up', async () => {
    await showing(ALL);
    expect(await moderate('anna', 'hide')).toMatchObject({
      status: 200,
      body: { board: 'top', playerId: 'anna', hidden: true },
    });
    await showing(WITHOUT);
  });

  it('plays on unseen', async () => {
    expect((await score('anna-2', 'anna', 5)).body).toMatchObject({ status: 'processed' });
    await score('carl-2', 'carl', 1);
    await showing('1. bea 20, 2. carl 11');
  });

  it('is not brought back by a rebuild of the ranks, nor by their repair', async () => {
    const rebuilt = await runLaurel(stack.environment, 'rebuild-ranks', '--workspace', 'demo/dev', '--board', 'top');
    expect([rebuilt.code, rebuilt.err]).toEqual([0, expect.any(String)]);
    await showing('1. bea 20, 2. carl 11');
    await redis.del(...(await redis.keys(`${stack.environment['LAUREL_REDIS_KEY_PREFIX']}*`)));
    await showing('1. bea 20, 2. carl 11');
  });

  it('is what the recorded orders say', async () => {
    expect(await verified()).toBe('right');
  });

  it('is back with the right rank, and with all that was won meanwhile', async () => {
    expect(await moderate('anna', 'unhide')).toMatchObject({ status: 200, body: { hidden: false } });
    await showing('1. anna 35, 2. bea 20, 3. carl 11');
  });
});

describe('an entry', () => {
  it('is removed from one window alone, and begins anew with the next result', async () => {
    expect(await moderate('carl', 'remove', { window: 'yearly' })).toMatchObject({
      status: 200,
      body: { entries: [{ window: 'all', score: 11, ranked: true }] },
    });
    await showing('1. anna 35, 2. bea 20', ['yearly']);
    await score('carl-3', 'carl', 2);
    await showing('1. anna 35, 2. bea 20, 3. carl 2', ['yearly']);
    await showing('1. anna 35, 2. bea 20, 3. carl 13', ['all']);
    expect(await moderate('dora', 'remove', { window: 'all' })).toMatchObject({
      status: 404,
      body: { code: 'leaderboards.player_not_found' },
    });
  });

  it('is adjusted once under one key, and moves to its new rank', async () => {
    const path = '/v1/leaderboards/top/players/bea/adjust';
    const order = { window: 'all', mode: 'add', score: 20, reason: 'The server was away.' };
    const headers = { 'idempotency-key': 'adjust-bea' };
    const [first, second] = [
      await api.edit('POST', path, order, headers),
      await api.edit('POST', path, order, headers),
    ];

    expect(first).toMatchObject({ status: 200 });
    expect(second.body).toEqual(first.body);
    await showing('1. bea 40, 2. anna 35, 3. carl 13', ['all']);
    await showing('1. anna 35, 2. bea 20, 3. carl 2', ['yearly']);
  });

  it('keeps its adjustment where an event before it is taken back', async () => {
    expect(await api.voidEvent('bea-1', { playerId: 'bea', reason: 'never was' })).toMatchObject({ status: 202 });
    await showing('1. anna 35, 2. bea 20, 3. carl 13', ['all']);
    await showing('1. anna 35, 2. carl 2', ['yearly']);
    expect(await verified()).toBe('right');
  });

  it('is moderated by who may in its own workspace alone', async () => {
    const token = (await api.playerToken('anna')).body['token'] as string;
    expect(await moderate('anna', 'hide', {}, new Api(stack, token))).toMatchObject({ status: 403 });
    expect(await moderate('anna', 'hide', {}, stranger)).toMatchObject({ status: 404 });
  });
});

describe('the trail of a standing', () => {
  const trail = (playerId: string, query: string, by = api): Promise<Answer> =>
    by.query(`/v1/leaderboards/top/players/${playerId}/trail?${query}`);

  it('leads from the rank to events, rules and orders, a part at a time', async () => {
    const { status, body } = await trail('carl', 'window=yearly&limit=2');

    expect(status).toBe(200);
    expect(body).toMatchObject({
      board: 'top',
      entry: { rank: 2, score: 2 },
      flags: [],
      steps: [
        { eventId: 'carl-3', recorded: [{ rule: 'score', stat: 'points', amount: 2 }], standing: { score: 2 } },
        { type: 'laurel.standing_removed', standing: null, order: { reason: 'a test' } },
      ],
    });
    const rest = await trail('carl', `window=yearly&limit=2&cursor=${String(body['next'])}`);
    expect(rest.body).toMatchObject({ steps: [{ eventId: 'carl-2' }, { eventId: 'carl-1' }], next: null });
  });

  it('is not for players, and of another workspace there is none', async () => {
    const token = (await api.playerToken('carl')).body['token'] as string;
    expect((await trail('carl', 'window=all', new Api(stack, token))).status).toBe(403);
    expect((await trail('carl', 'window=all', stranger)).status).toBe(404);
  });
});

describe('a window that only who joined gets into', () => {
  const path = (playerId: string): string => `/v1/leaderboards/cup/windows/yearly/players/${playerId}`;

  it('takes no result of who did not, and each after a player joined with a token', async () => {
    expect((await score('anna-3', 'anna', 1)).body).toMatchObject({
      effects: expect.arrayContaining([expect.objectContaining({ code: 'scoring.not_joined' })]) as unknown,
    });
    const anna = new Api(stack, (await api.playerToken('anna')).body['token'] as string);
    expect(await anna.join(path('bea'))).toMatchObject({ status: 403 });
    expect(await anna.join(path('anna'))).toMatchObject({ status: 200, body: { status: 'joined', playerId: 'anna' } });
    expect(await anna.join(path('anna'))).toMatchObject({ status: 200 });
    expect(await table('yearly', 'cup')).toBe('');

    await score('anna-4', 'anna', 7);

    await showing('1. anna 7', ['yearly'], 'cup');
  });

  it('takes who a server lets in, also one who never played', async () => {
    expect(await api.join(path('newcomer'))).toMatchObject({ status: 200 });
    await score('newcomer-1', 'newcomer', 9);
    await showing('1. newcomer 9, 2. anna 7', ['yearly'], 'cup');
  });
});

describe('a player who is banned', () => {
  it('leaves every window, and is back in each with the right rank once reinstated', async () => {
    expect(await api.playerStatus('anna', 'ban', 'hacked client')).toMatchObject({ status: 200 });
    await showing('1. bea 20, 2. carl 13, 3. newcomer 9', ['all']);
    await showing('1. newcomer 9, 2. carl 2', ['yearly']);
    await showing('1. newcomer 9', ['yearly'], 'cup');
    expect(await moderate('anna', 'adjust', { window: 'yearly', mode: 'set', score: 5 })).toMatchObject({
      status: 200,
    });

    expect(await api.playerStatus('anna', 'reinstate', 'a mistake')).toMatchObject({ status: 200 });

    await showing('1. anna 43, 2. bea 20, 3. carl 13, 4. newcomer 9', ['all']);
    await showing('1. newcomer 9, 2. anna 5, 3. carl 2', ['yearly']);
    await showing('1. newcomer 9, 2. anna 7', ['yearly'], 'cup');
    expect(await verified()).toBe('right');
  });
});

describe('a player who is erased', () => {
  it('is gone from what was hidden, adjusted and joined', async () => {
    expect(await moderate('anna', 'hide')).toMatchObject({ status: 200 });
    expect(await api.edit('DELETE', '/v1/players/anna')).toMatchObject({ status: 200 });

    await showing('1. bea 20, 2. carl 13, 3. newcomer 9', ['all']);
    await showing('1. newcomer 9', ['yearly'], 'cup');
    expect(await moderate('anna', 'unhide')).toMatchObject({ status: 404 });
    expect(await api.join('/v1/leaderboards/cup/windows/yearly/players/anna')).toMatchObject({
      status: 409,
      body: { code: 'scoring.player_erased' },
    });
    expect(await verified()).toBe('right');
  });
});
