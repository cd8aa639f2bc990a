import { until } from '@laurel/testing';
import { Api } from './stack/api.js';
import { runLaurel } from './stack/laurel-cli.js';
import { LaurelStack } from './stack/laurel-stack.js';

const PROGRAM = {
  stats: [{ key: 'goals', aggregation: 'sum' }],
  rules: [
    { key: 'goals', on: ['goal'], then: [{ effect: 'record', stat: 'goals', amount: 1 }] },
    {
      key: 'daily-bonus',
      on: ['goal'],
      limits: [{ per: 'day', times: 1, zone: 'UTC' }],
      then: [{ effect: 'award', currency: 'coins', amount: 5 }],
    },
  ],
  leaderboards: [
    { key: 'scorers', source: { stat: 'goals' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'weekly' }] },
  ],
};

let stack: LaurelStack;
let api: Api;
let secretKey: string;

beforeAll(async () => {
  stack = await LaurelStack.start();
  ({ secretKey } = await stack.createWorkspace('travellers', 'dev'));
  api = new Api(stack, secretKey);
});
afterAll(() => stack.stop());

const score = (playerId: string, more: object = {}) => api.sendAndWait({ type: 'goal', playerId, ...more });
const laurel = (...args: string[]) =>
  runLaurel({ ...stack.environment, LAUREL_ADMIN_URL: stack.admin.url, LAUREL_API_KEY: secretKey }, ...args);
/** The one week that a reader sees who names none. */
const running = async () => {
  const { window } = (await api.query('/v1/leaderboards/scorers')).body as {
    readonly window?: { readonly key: string };
  };
  return window?.key;
};

const windows = async (query = '') => (await api.query(`/v1/leaderboards/scorers/windows${query}`)).body;
/** The windows that have closed, the latest first: key, state and rows. */
const closed = async () =>
  ((await windows())['entries'] as readonly { key: string; state: string; total?: number }[]).map(
    ({ key, state, total }) => [key, state, ...(total === undefined ? [] : [total])].join(' '),
  );
const exported = async (window: string) => {
  const url = `${stack.query.url}/v1/leaderboards/scorers/windows/${window}/export?format=csv`;
  return (await fetch(url, { headers: { authorization: `Bearer ${secretKey}` } })).text();
};

describe('a dev workspace that lives in August 2014', () => {
  it('is set there before anything is recorded', async () => {
    const set = await api.edit('PUT', '/v1/clock', { now: '2014-08-16T12:00:00Z' });
    expect(set).toMatchObject({ status: 200, body: { announced: true } });
    expect(set.body['now']).toMatch(/^2014-08-16T12:00:/);
    expect(await api.publish(PROGRAM)).toMatchObject({ status: 201 });
  });

  it('decides, limits and shows by its clock', async () => {
    expect(await score('ann')).toMatchObject({
      status: 200,
      body: { status: 'processed', occurredAt: expect.stringMatching(/^2014-08-16T12:0/) },
    });
    expect(await score('ann', { occurredAt: '2014-08-17T12:00:00Z' })).toMatchObject({
      status: 422,
      body: { code: 'events.in_future' },
    });
    await until('the week is shown', async () => (await running()) === '2014-W33');
  });

  it('goes on by as long as the command line says, and then takes and counts what was ahead', async () => {
    const advanced = await laurel('clock', 'advance', '2d', '--json');
    expect(advanced).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(advanced.out)).toMatchObject({ now: expect.stringMatching(/^2014-08-18T12:0/), announced: true });

    expect(await score('ann', { eventId: 'later', occurredAt: '2014-08-18T11:00:00Z' })).toMatchObject({ status: 200 });
    const { body } = await api.query('/v1/players/ann');
    // Another day there, so another bonus.
    expect(body['balances']).toEqual({ coins: 10 });
    await until('the next week is shown', async () => (await running()) === '2014-W34');
  });

  it('does not go back, nor does any other environment leave the time of the world', async () => {
    expect(await laurel('clock', 'set', '2014-08-17')).toMatchObject({
      code: 1,
      err: expect.stringContaining('tenancy.clock_backwards'),
    });
    const { secretKey: live } = await stack.createWorkspace('travellers', 'live');
    expect(await new Api(stack, live).edit('POST', '/v1/clock/advance', { seconds: 60 })).toMatchObject({
      status: 403,
      body: { code: 'tenancy.clock_not_allowed' },
    });
    expect(await laurel('clock', 'show')).toMatchObject({ code: 0, out: expect.stringContaining('2014-08-18T12:0') });
  });

  it('closes the week that is over, with who was in it', async () => {
    await until('the week is final', async () => (await closed())[0] === '2014-W33 final 1');
    expect(await exported('2014-W33')).toMatch(
      /^rank,playerId,score,reachedAt\r\n1,ann,1,2014-08-16T12:0[\d:.]+Z\r\n$/,
    );
    expect((await windows('?preview=1'))['upcoming']).toMatchObject([{ key: '2014-W35', state: 'upcoming' }]);
  });

  it('ends a week early, and takes nothing for what is left of it', async () => {
    expect(await score('bob')).toMatchObject({ status: 200 });
    const ended = await api.edit('POST', '/v1/leaderboards/scorers/windows/2014-W34/end', { note: 'a short week' });
    expect(ended).toMatchObject({ status: 200, body: { window: '2014-W34', release: 2 } });
    await until('the short week is final', async () => (await closed())[0] === '2014-W34 final 2');
    expect(await score('carl')).toMatchObject({ status: 200 });
    expect(await closed()).toEqual(['2014-W34 final 2', '2014-W33 final 1']);
    expect(await exported('2014-W34')).not.toContain('carl');
  });

  it('closes every week that passes, and keeps as many as the leaderboard says', async () => {
    const [board] = PROGRAM.leaderboards;
    const program = { ...PROGRAM, leaderboards: [{ ...board, keepWindows: 2 }] };
    expect(await api.publish(program)).toMatchObject({ status: 201 });
    for (const week of ['2014-W35', '2014-W36']) {
      expect(await laurel('clock', 'advance', '1w')).toMatchObject({ code: 0 });
      expect(await score('ann')).toMatchObject({ status: 200 });
      await until(`${week} runs`, async () => (await running()) === week);
    }
    const weeks = '2014-W35 final 1, 2014-W34 final 2, 2014-W33 expired';
    await until('the first week has expired', async () => (await closed()).join(', ') === weeks);
    expect((await api.query('/v1/leaderboards/scorers/windows/2014-W33/export')).status).toBe(404);
  });

  it('is verified clean', async () => {
    expect(await laurel('verify')).toMatchObject({ code: 0 });
  });
});
