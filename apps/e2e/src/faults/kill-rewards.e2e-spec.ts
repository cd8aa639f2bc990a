import { once } from 'node:events';
import { until } from '@laurel/testing';
import { Api } from '../stack/api.js';
import { runLaurel } from '../stack/laurel-cli.js';
import { LaurelStack } from '../stack/laurel-stack.js';

const WINNERS = ['ann', 'bob', 'cid'];
/** Where scoring kills itself while it closes the window, half of the barriers written, gives rewards, and carries payments out. */
const FAILPOINTS = [
  ...['marked', 'barred:4', 'frozen', 'run_begun', 'page_granted', 'granted', 'approved'],
  ...['decided', 'committed'],
];
const PROGRAM = {
  stats: [{ key: 'goals', aggregation: 'sum' }],
  rules: [{ key: 'goals', on: ['goal'], then: [{ effect: 'record', stat: 'goals', amount: 1 }] }],
  leaderboards: [
    { key: 'scorers', source: { stat: 'goals' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'weekly' }] },
  ],
  rewards: [{ key: 'purse', what: [{ currency: 'coins', amount: 50 }, { title: 'champion' }] }],
  rewardSchedules: [
    { key: 'purses', leaderboard: 'scorers', tiers: [{ name: 'all', topPercent: 100, rewards: ['purse'] }] },
  ],
};

let stack: LaurelStack;
let api: Api;
let secretKey: string;

beforeAll(async () => {
  stack = await LaurelStack.start();
  ({ secretKey } = await stack.createWorkspace('killed', 'dev'));
  api = new Api(stack, secretKey);
  await api.edit('PUT', '/v1/clock', { now: '2014-08-16T12:00:00Z' });
  expect(await api.publish(PROGRAM)).toMatchObject({ status: 201 });
  for (const playerId of WINNERS)
    expect(await api.sendAndWait({ type: 'goal', playerId })).toMatchObject({ status: 200 });
}, 180_000);
afterAll(() => stack.stop());

async function runIntoDeath(failpoint: string): Promise<void> {
  const dying = stack.scoring.launch({ LAUREL_FAILPOINT: failpoint });
  await once(dying, 'exit', { signal: AbortSignal.timeout(90_000) }).catch((error: unknown) => {
    throw new Error(`${failpoint} was not reached`, { cause: error });
  });
  expect(dying.signalCode).toBe('SIGKILL');
}

const paid = async (): Promise<number> => {
  const { body } = await api.admin('/v1/grants?source=purses&state=granted');
  return (body['entries'] as readonly unknown[]).length;
};

async function verify(): Promise<void> {
  const environment = { ...stack.environment, LAUREL_ADMIN_URL: stack.admin.url, LAUREL_API_KEY: secretKey };
  expect(await runLaurel(environment, 'verify')).toMatchObject({ code: 0 });
}

describe('kill -9 of scoring while a window closes and gives rewards', () => {
  it('at every step, one after the other, leaves each winner with one grant, paid once', async () => {
    await stack.scoring.stop();
    await api.edit('POST', '/v1/clock/advance', { seconds: 2 * 86_400 });
    for (const failpoint of FAILPOINTS) await runIntoDeath(failpoint);
    await stack.scoring.start();
    await until('all are paid', async () => (await paid()) === WINNERS.length, 120_000);

    for (const playerId of WINNERS) {
      expect((await api.query(`/v1/players/${playerId}`)).body).toMatchObject({
        ...{ balances: { coins: 50 }, titles: ['champion'] },
      });
    }
    await verify();
  }, 600_000);

  it('before the last step, too: what followed from the window follows once', async () => {
    expect(await api.sendAndWait({ type: 'goal', playerId: 'ann' })).toMatchObject({ status: 200 });
    await stack.scoring.stop();
    await api.edit('POST', '/v1/clock/advance', { seconds: 7 * 86_400 });
    await runIntoDeath('settling');
    await stack.scoring.start();
    await until('the winner of the second week is paid', async () => (await paid()) === WINNERS.length + 1, 120_000);

    expect((await api.query('/v1/players/ann')).body).toMatchObject({ balances: { coins: 100 } });
    await verify();
  }, 300_000);
});
