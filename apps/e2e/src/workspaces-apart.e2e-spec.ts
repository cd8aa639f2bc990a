import { until } from '@laurel/testing';
import { Api } from './stack/api.js';
import { LaurelStack } from './stack/laurel-stack.js';

const program = (amount: number) => ({
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [{ key: 'score', on: ['scored'], then: [{ effect: 'record', stat: 'points', amount }] }],
  leaderboards: [
    { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
});

let stack: LaurelStack;
let ours: Api;
let theirs: Api;

beforeAll(async () => {
  stack = await LaurelStack.shared();
  ours = new Api(stack, (await stack.createWorkspace('demo', 'dev')).secretKey);
  theirs = new Api(stack, (await stack.createWorkspace('demo', 'staging')).secretKey);
  await ours.publish(program(5));
  await theirs.publish(program(70));
  for (const api of [ours, theirs]) await api.sendEvent({ eventId: 'same', type: 'scored', playerId: 'p1' });
  await ours.sendEvent({ eventId: 'only-ours', type: 'scored', playerId: 'p2' });
  for (const api of [ours, theirs]) {
    await until(
      'both events are processed',
      async () => (await api.query('/v1/events/same')).body['status'] === 'processed',
    );
  }
  await until('ours is ranked', async () => (await ours.query('/v1/leaderboards/top')).body['total'] === 2);
  await until('theirs is ranked', async () => (await theirs.query('/v1/leaderboards/top')).body['total'] === 1);
});
afterAll(() => stack.stop());

describe('two workspaces with the same board, player and event ids', () => {
  it('each see their own board alone', async () => {
    expect((await ours.query('/v1/leaderboards/top')).body).toMatchObject({
      total: 2,
      entries: [
        { playerId: 'p1', score: 5 },
        { playerId: 'p2', score: 5 },
      ],
    });
    expect((await theirs.query('/v1/leaderboards/top')).body).toMatchObject({
      total: 1,
      entries: [{ playerId: 'p1', score: 70 }],
    });
  });

  it('each see their own player and event', async () => {
    expect((await theirs.query('/v1/players/p1')).body).toMatchObject({ stats: { points: 70 } });
    expect((await theirs.query('/v1/events/same')).body).toMatchObject({
      effects: [{ amount: 70 }, expect.anything()],
    });
  });

  it('find nothing of what only the other has', async () => {
    expect((await theirs.query('/v1/players/p2')).status).toBe(404);
    expect((await theirs.query('/v1/events/only-ours')).status).toBe(404);
    expect((await theirs.query('/v1/leaderboards/top/players/p2')).body['rank'] ?? null).toBeNull();
    expect((await theirs.query('/v1/leaderboards/top/around/p2')).body).toMatchObject({ entries: [] });
  });

  it('each number their own releases', async () => {
    const [mine, other] = [await ours.admin('/v1/releases'), await theirs.admin('/v1/releases')];
    expect(mine.body['entries']).toMatchObject([{ release: 1 }]);
    expect(other.body['entries']).toMatchObject([{ release: 1 }]);
    expect((await theirs.admin('/v1/releases/1')).body).toMatchObject({
      program: { rules: [{ then: [{ amount: 70 }] }] },
    });
  });
});

describe('a player token', () => {
  it('reads boards and its own player, and nothing else', async () => {
    const minted = await ours.playerToken('p1');
    const player = new Api(stack, String(minted.body['token']));

    expect(minted.status).toBe(201);
    expect((await player.query('/v1/leaderboards/top')).status).toBe(200);
    expect((await player.query('/v1/players/p1')).body).toMatchObject({ stats: { points: 5 } });
    const refused = [
      await player.query('/v1/players/p2'),
      await player.query('/v1/events/same'),
      await player.sendEvent({ type: 'scored', playerId: 'p1' }),
      await player.publish(program(1_000)),
      await player.playerToken('p2'),
      await player.admin('/v1/releases'),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
  });
});

describe('no credential, or one that is none', () => {
  it.each(['', 'lrl_test_sk_nobody_nothing', 'eyJhbGciOiJub25lIn0.e30.'])(
    '%s is refused everywhere',
    async (credential) => {
      const api = new Api(stack, credential);
      const answers = [
        await api.query('/v1/leaderboards/top'),
        await api.sendEvent({ type: 'scored', playerId: 'p' }),
        await api.admin('/v1/releases'),
      ];
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    },
  );
});
