import { GRANTS_COLLECTION, type GrantDocument, PLAYERS_COLLECTION, playerDocumentId } from '@laurel/contracts';
import { WorkspaceClocks, err, ok, ordinaryTime } from '@laurel/kernel';
import { ApiKeys, AuthModule, CredentialVerifier, authErrors } from '@laurel/platform-auth';
import { configureHttpApp, httpAdapter } from '@laurel/platform-http';
import { playerTokenKeyPair } from '@laurel/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { REWARDS_CLOCK } from './clock.js';
import { ApproveGrantsHandler } from './decide-grant/approve-grants.handler.js';
import { ClaimGrantController } from './decide-grant/claim-grant.controller.js';
import { DecideGrantController } from './decide-grant/decide-grant.controller.js';
import { DecideGrantHandler } from './decide-grant/decide-grant.handler.js';
import { RevokeGrantHandler } from './decide-grant/revoke-grant.handler.js';
import { GrantStore } from './grants/grant-store.js';
import { ListGrantsController } from './list-grants/list-grants.controller.js';
import { PlayerGrantsController } from './list-grants/player-grants.controller.js';
import { ListRunsController } from './list-runs/list-runs.controller.js';
import { RewardsInstance, SCHEDULE, WINDOW, WORKSPACE, programWith, rowsOf } from './rewards-spec.builder.js';

const { publicKey } = playerTokenKeyPair();

class NoKeys extends ApiKeys {
  override async find(): Promise<undefined> {
    return undefined;
  }
}

/** The token is the workspace of a key, or the id of a player with a token of ws_1. */
const verifier = {
  verify: async (token: string) => {
    if (token.startsWith('ws_')) {
      const permissions = ['rewards:read', 'rewards:write', 'rewards:claim', 'players:read'];
      return ok({ kind: 'secret_key', workspace: token, keyId: 'key_1', permissions });
    }
    const permissions = ['rewards:claim', 'players:read'];
    return token.startsWith('p')
      ? ok({ kind: 'player_token', workspace: WORKSPACE, playerId: token, permissions })
      : err(authErrors.invalidCredential('Unknown.'));
  },
};

let rewards: RewardsInstance;
let app: NestFastifyApplication;
beforeAll(async () => {
  rewards = await RewardsInstance.start();
  const module = await Test.createTestingModule({
    imports: [AuthModule.forRoot({ playerTokenPublicKey: publicKey, keys: NoKeys })],
    controllers: [
      ListGrantsController,
      DecideGrantController,
      ListRunsController,
      PlayerGrantsController,
      ClaimGrantController,
    ],
    providers: [
      DecideGrantHandler,
      RevokeGrantHandler,
      ApproveGrantsHandler,
      { provide: GrantStore, useValue: rewards.store },
      { provide: WorkspaceClocks, useValue: ordinaryTime },
      { provide: REWARDS_CLOCK, useValue: rewards.clock },
    ],
  })
    .overrideProvider(CredentialVerifier)
    .useValue(verifier)
    .compile();
  app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
  await configureHttpApp(app);
});
beforeEach(() => rewards.clear());
afterAll(async () => {
  await app.close();
  await rewards.stop();
});

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>> & { readonly entries?: readonly { readonly id: string }[] };
}

async function call(method: 'GET' | 'POST', url: string, token = WORKSPACE, body?: object): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await app.inject({ method, url, headers, ...(body ? { payload: body } : {}) });
  return { status: answer.statusCode, body: answer.json<Answer['body']>() };
}
const get = (url: string, token?: string) => call('GET', url, token);
const post = (url: string, body?: object, token?: string) => call('POST', url, token, body);

async function award(more: object = {}, rows = 3): Promise<void> {
  await rewards.publish(programWith({ ...SCHEDULE, ...more }));
  await rewards.awards().afterFrozen(await rewards.freeze(rowsOf(rows)));
}
const idOf = async (playerId: string): Promise<string> =>
  (await rewards.grants()).find((grant) => grant.playerId === playerId)?.grantId ?? '';

describe('grants over HTTP', () => {
  it('are listed with what they give, by the keys that operators gave', async () => {
    await award({ claim: { withinSeconds: 60 } });
    const { body } = await get(`/v1/grants?source=prizes&state=granted&window=${WINDOW}&leaderboard=top&playerId=p1`);
    const at = new Date(rewards.clock.now()).toISOString();

    expect(body).toEqual({
      entries: [
        {
          ...{
            id: await idOf('p1'),
            source: 'prizes',
            leaderboard: 'top',
            window: WINDOW,
            playerId: 'p1',
            tier: 'gold',
          },
          ...{ rank: 1, score: 3, rewards: ['coins'], what: [{ currency: 'coins', amount: 1_050 }], state: 'granted' },
          ...{ claimBy: new Date(rewards.clock.now() + 60_000).toISOString(), createdAt: at, updatedAt: at },
        },
      ],
      next: null,
      prev: null,
    });
    expect((await get(`/v1/grants/${await idOf('p1')}`)).body).toEqual(body.entries?.[0]);
    for (const none of ['source=prize', 'state=failed', 'window=x', 'leaderboard=to', 'source=.*']) {
      expect((await get(`/v1/grants?${none}`)).body.entries).toEqual([]);
    }
  });

  it('are paged in both directions by cursors that work with the same filters alone', async () => {
    await award({ tiers: [{ name: 'all', topPercent: 100, rewards: ['coins'] }] }, 5);
    const first = await get('/v1/grants?limit=2');
    const second = await get(`/v1/grants?limit=2&cursor=${String(first.body['next'])}`);
    const third = await get(`/v1/grants?limit=2&cursor=${String(second.body['next'])}`);
    const back = await get(`/v1/grants?limit=2&cursor=${String(third.body['prev'])}`);

    const all = [first, second, third].flatMap(({ body }) => body.entries?.map(({ id }) => id));
    expect(new Set(all).size).toBe(5);
    expect(third.body['next']).toBeNull();
    expect(first.body['prev']).toBeNull();
    expect(back.body.entries).toEqual(second.body.entries);
    for (const foreign of [`/v1/grants?state=approved&cursor=${String(first.body['next'])}`, '/v1/grants?cursor=x']) {
      expect(await get(foreign)).toMatchObject({ status: 422, body: { code: 'http.invalid_input' } });
    }
    expect(await get(`/v1/grants?cursor=${String(first.body['next'])}`, 'ws_2')).toMatchObject({ status: 422 });
  });

  it('are approved one by one or all of a window, rejected and taken back', async () => {
    await award({ approval: 'manual' });
    expect(await post(`/v1/grants/${await idOf('p1')}/reject`, { reason: 'cheated' })).toMatchObject({
      ...{ status: 202, body: { state: 'not_eligible', cause: { code: 'rewards.rejected' } } },
    });
    expect(await post(`/v1/grants/${await idOf('p2')}/approve`)).toMatchObject({ body: { state: 'approved' } });
    expect(await post('/v1/grants/approve', { source: 'prizes', window: WINDOW })).toEqual({
      ...{ status: 200, body: { approved: 1 } },
    });
    expect(await post('/v1/grants/approve', { source: 'prizes', window: 'x' })).toMatchObject({
      ...{ status: 404, body: { code: 'rewards.schedule_not_found' } },
    });
    expect(await post(`/v1/grants/${await idOf('p1')}/revoke`, {})).toMatchObject({
      ...{ status: 422, body: { errors: [{ path: '/reason' }] } },
    });
    expect(await post(`/v1/grants/${await idOf('p3')}/retry`)).toMatchObject({
      ...{ status: 409, body: { code: 'rewards.wrong_state' } },
    });
  });

  it('are of their workspace alone', async () => {
    await award({ approval: 'manual' });
    const id = await idOf('p1');

    expect((await get('/v1/grants', 'ws_2')).body.entries).toEqual([]);
    expect(await get('/v1/reward-schedules/prizes/runs', 'ws_2')).toMatchObject({ status: 404 });
    expect(await get('/v1/players/p1/grants', 'ws_2')).toMatchObject({ status: 404 });
    expect(await get(`/v1/grants/${id}`, 'ws_2')).toMatchObject({ status: 404 });
    expect(await post(`/v1/grants/${id}/approve`, undefined, 'ws_2')).toMatchObject({ status: 404 });
    expect(await post('/v1/grants/approve', { source: 'prizes', window: WINDOW }, 'ws_2')).toMatchObject({
      status: 404,
    });
  });

  it('are claimed by their player, and by no other', async () => {
    await award({ claim: { withinSeconds: 60 } });
    const path = `/v1/players/p1/grants/${await idOf('p1')}/claim`;

    expect(await post(path, undefined, 'p2')).toMatchObject({ status: 403 });
    expect(await post(`/v1/players/p2/grants/${await idOf('p1')}/claim`, undefined, 'p2')).toMatchObject({
      status: 404,
    });
    expect(await post(path, undefined, 'p1')).toMatchObject({
      status: 202,
      body: { playerId: 'p1', state: 'granted' },
    });
    expect(await post(`/v1/grants/${await idOf('p2')}/claim`)).toMatchObject({ status: 202 });
    rewards.clock.advance(60_000);
    expect(await post(`/v1/players/p3/grants/${await idOf('p3')}/claim`, undefined, 'p3')).toMatchObject({
      ...{ status: 409, body: { code: 'rewards.claim_expired' } },
    });
  });

  it('are read by their player, who is not told who took one back', async () => {
    await award();
    await rewards.db
      .collection<GrantDocument>(GRANTS_COLLECTION)
      .updateOne({ playerId: 'p1' }, { $set: { revocation: { reason: 'a mistake', by: 'op_1', attempt: 1 } } });

    await rewards.db
      .collection<{ _id: string }>(PLAYERS_COLLECTION)
      .insertOne({ _id: playerDocumentId(WORKSPACE, 'p1') });
    expect((await get('/v1/players/p1/grants')).body.entries).toMatchObject([{ revocation: { by: 'op_1' } }]);
    const own = await get('/v1/players/p1/grants', 'p1');
    expect(own.body.entries).toMatchObject([{ playerId: 'p1', revocation: { reason: 'a mistake' } }]);
    expect(JSON.stringify(own.body)).not.toContain('op_1');
    expect(await get('/v1/players/p1/grants', 'p2')).toMatchObject({ status: 403 });
  });

  it('are summed up by window, state and currency', async () => {
    await award();
    expect((await get('/v1/reward-schedules/prizes/runs')).body.entries).toMatchObject([
      {
        ...{ leaderboard: 'top', window: WINDOW, release: 1, state: 'done', winners: { gold: 1, podium: 2 } },
        totals: [{ state: 'approved', grants: 3, currencies: { coins: 1_050 } }],
      },
    ]);
  });
});
