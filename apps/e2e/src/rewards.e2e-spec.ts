import { until } from '@laurel/testing';
import { Api } from './stack/api.js';
import { runLaurel } from './stack/laurel-cli.js';
import { LaurelStack } from './stack/laurel-stack.js';

const tier = (name: string, from: number, to: number, reward: string) => ({
  ...{ name, ranks: { from, to }, rewards: [reward] },
});
const PROGRAM = {
  stats: [{ key: 'goals', aggregation: 'sum' }],
  rules: [{ key: 'goals', on: ['goal'], then: [{ effect: 'record', stat: 'goals', amount: 1 }] }],
  leaderboards: [
    { key: 'scorers', source: { stat: 'goals' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'weekly' }] },
  ],
  currencies: [{ key: 'coins' }],
  rewards: [
    { key: 'purse', what: [{ currency: 'coins', amount: 50 }] },
    { key: 'crown', what: [{ title: 'champion' }, { item: 'chest', quantity: 2 }] },
  ],
  rewardSchedules: [
    { key: 'purses', leaderboard: 'scorers', tiers: [tier('podium', 1, 3, 'purse')] },
    { key: 'crowns', leaderboard: 'scorers', tiers: [tier('first', 1, 1, 'crown')], claim: { withinSeconds: 86_400 } },
  ],
};
const WEEK = '2014-W33';

let stack: LaurelStack;
let api: Api;
let secretKey: string;

beforeAll(async () => {
  stack = await LaurelStack.start();
  ({ secretKey } = await stack.createWorkspace('winners', 'dev'));
  api = new Api(stack, secretKey);
  await api.edit('PUT', '/v1/clock', { now: '2014-08-16T12:00:00Z' });
  expect(await api.publish(PROGRAM)).toMatchObject({ status: 201 });
  for (const [playerId, goals] of Object.entries({ ann: 3, bob: 2, cid: 1 })) {
    for (let goal = 0; goal < goals; goal += 1) {
      expect(await api.sendAndWait({ type: 'goal', playerId })).toMatchObject({ body: { status: 'processed' } });
    }
  }
  await api.playerStatus('bob', 'suspend', 'a test');
});
afterAll(() => stack.stop());

interface Grant {
  readonly id: string;
  readonly playerId: string;
  readonly state: string;
}

async function grants(query: string): Promise<readonly Grant[]> {
  const { body } = await api.admin(`/v1/grants?${query}`);
  return body['entries'] as readonly Grant[];
}
const stateOf = async (source: string, playerId: string): Promise<string | undefined> =>
  (await grants(`source=${source}&window=${WEEK}&playerId=${playerId}`))[0]?.state;
async function idOf(source: string, playerId: string): Promise<string> {
  const [grant] = await grants(`source=${source}&window=${WEEK}&playerId=${playerId}`);
  if (!grant) throw new Error(`${playerId} has no grant of ${source}`);
  return grant.id;
}
const player = async (id: string) => (await api.query(`/v1/players/${id}`)).body;

describe('the winners of a week', () => {
  it('are paid when it has ended, and who can’t be is told why', async () => {
    expect(await api.edit('POST', '/v1/clock/advance', { seconds: 2 * 86_400 })).toMatchObject({ status: 200 });
    await until('ann is paid', async () => (await stateOf('purses', 'ann')) === 'granted');
    await until('bob is refused', async () => (await stateOf('purses', 'bob')) === 'failed');
    await until('cid is paid', async () => (await stateOf('purses', 'cid')) === 'granted');

    expect((await player('ann'))['balances']).toEqual({ coins: 50 });
    expect((await player('bob'))['balances']).toEqual({});
    expect(await grants('state=failed')).toMatchObject([
      { playerId: 'bob', rank: 2, cause: { code: 'scoring.player_not_active' } },
    ]);
  });

  it('are paid after all once the cause is gone', async () => {
    await api.playerStatus('bob', 'reinstate', 'a test');
    const retried = await api.edit('POST', `/v1/grants/${await idOf('purses', 'bob')}/retry`);
    expect(retried).toMatchObject({ status: 202 });
    await until('bob is paid', async () => (await stateOf('purses', 'bob')) === 'granted');

    expect((await player('bob'))['balances']).toEqual({ coins: 50 });
  });

  it('claim with tokens of their own', async () => {
    const token = String((await api.playerToken('ann')).body['token']);
    const ann = new Api(stack, token);
    const own = (await ann.query('/v1/players/ann/grants?source=crowns')).body['entries'] as readonly Grant[];
    expect(own).toMatchObject([{ state: 'granted', what: [{ title: 'champion' }, { item: 'chest', quantity: 2 }] }]);

    expect(await ann.claimGrant('ann', own[0]?.id ?? '')).toMatchObject({ status: 202 });
    await until('ann has it', async () => (await stateOf('crowns', 'ann')) === 'claimed');
    expect(await player('ann')).toMatchObject({ titles: ['champion'], items: { chest: 2 } });
  });

  it('lose what is taken back', async () => {
    const order = await api.edit('POST', `/v1/grants/${await idOf('purses', 'cid')}/revoke`, { reason: 'a test' });
    expect(order).toMatchObject({ status: 202 });
    await until('it is taken back', async () => (await stateOf('purses', 'cid')) === 'revoked');

    expect((await player('cid'))['balances']).toEqual({ coins: 0 });
  });

  it('are summed up by schedule and week', async () => {
    const { body } = await api.admin('/v1/reward-schedules/purses/runs');
    expect(body['entries']).toMatchObject([
      {
        ...{ window: WEEK, state: 'done', winners: { podium: 3 } },
        totals: [
          { state: 'granted', grants: 2, currencies: { coins: 100 } },
          { state: 'revoked', grants: 1, currencies: { coins: 50 } },
        ],
      },
    ]);
  });

  it('are verified clean', async () => {
    const environment = { ...stack.environment, LAUREL_ADMIN_URL: stack.admin.url, LAUREL_API_KEY: secretKey };
    expect(await runLaurel(environment, 'verify')).toMatchObject({ code: 0 });
  });
});
