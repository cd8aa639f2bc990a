import { err, ok } from '@laurel/kernel';
import { ApiKeys, AuthModule, CredentialVerifier, authErrors } from '@laurel/platform-auth';
import { configureHttpApp, httpAdapter } from '@laurel/platform-http';
import type { CompiledSegment, SegmentDefinition } from '@laurel/rules-domain';
import { playerTokenKeyPair } from '@laurel/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { aStoredPlayer } from '../get-player/stored-player.builder.js';
import { SegmentCounts } from './segment-counts.js';
import { SegmentStore, type StretchLimits } from './segment-store.js';
import { SegmentsController } from './segments.controller.js';
import { SegmentsHandler } from './segments.handler.js';

const { publicKey } = playerTokenKeyPair();

class NoKeys extends ApiKeys {
  override async find(): Promise<undefined> {
    return undefined;
  }
}

/** The token is the workspace; `player` is a player token. */
const verifier = {
  verify: async (token: string) => {
    const permissions = ['players:read'];
    if (token === 'player') return ok({ kind: 'player_token', workspace: 'ws_1', playerId: 'p1', permissions });
    return token.startsWith('ws_')
      ? ok({ kind: 'secret_key', workspace: token, keyId: 'key_1', permissions })
      : err(authErrors.invalidCredential('Unknown.'));
  },
};

const SEGMENTS: readonly SegmentDefinition[] = [
  { key: 'vips', name: 'VIPs', when: { attribute: 'plan', op: 'eq', value: 'vip' } },
  { key: 'all', when: { not: { attribute: 'plan', op: 'eq', value: 'x' } } },
];

/** Release 4 of ws_1 has two segments; p1 to p5 are in each. */
class FiveIn extends SegmentStore {
  walks = 0;
  isSlow = false;

  override async inForce(workspace: string) {
    return { release: 4, segments: workspace === 'ws_1' ? SEGMENTS : [], stats: [] };
  }

  override async count(_: string, segments: readonly CompiledSegment[]) {
    this.walks += 1;
    return this.isSlow ? undefined : segments.map(() => 5);
  }

  override async players(_w: string, _s: CompiledSegment, behind = 'p0', _now: number, { players }: StretchLimits) {
    const rest = ['p1', 'p2', 'p3', 'p4', 'p5'].filter((id) => id > behind);
    const shown = rest.slice(0, players);
    return { players: shown.map((id) => aStoredPlayer(id)), behind: rest.length > players ? shown.at(-1) : undefined };
  }
}

describe('segments over HTTP', () => {
  let app: NestFastifyApplication;
  let store: FiveIn;

  beforeEach(async () => {
    store = new FiveIn();
    const module = await Test.createTestingModule({
      imports: [AuthModule.forRoot({ playerTokenPublicKey: publicKey, keys: NoKeys })],
      controllers: [SegmentsController],
      providers: [SegmentsHandler, SegmentCounts, { provide: SegmentStore, useValue: store }],
    })
      .overrideProvider(CredentialVerifier)
      .useValue(verifier)
      .compile();
    app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
    await configureHttpApp(app);
  });

  afterEach(() => app.close());

  async function get(path = '', token = 'ws_1') {
    const answer = await app.inject({ url: `/v1/segments${path}`, headers: { authorization: `Bearer ${token}` } });
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>(), headers: answer.headers };
  }

  it('are listed with how many players they have, when, and by which release', async () => {
    const asOf = expect.any(String) as string;
    expect((await get()).body).toEqual({
      entries: [
        { key: 'vips', name: 'VIPs', count: 5, asOf, release: 4 },
        { key: 'all', count: 5, asOf, release: 4 },
      ],
    });
    expect((await get('/all')).body).toEqual({ key: 'all', count: 5, asOf, release: 4 });
  });

  it('are counted once for all who ask at the same time, and shortly after', async () => {
    await Promise.all([get('/vips'), get('/vips'), get('/vips')]);
    await get('/vips');
    expect(store.walks).toBe(1);
    await get('/all');
    expect(store.walks).toBe(2);
  });

  it('that could not be counted in time have no number', async () => {
    store.isSlow = true;
    for (const path of ['', '/vips']) {
      expect(await get(path)).toMatchObject({
        status: 503,
        headers: { 'retry-after': '30' },
        body: { code: 'players.segment_not_counted' },
      });
    }
  });

  it('list their players in pages that follow each other, and an end', async () => {
    const ids = ({ body }: { body: Record<string, unknown> }) =>
      (body['entries'] as { playerId: string }[]).map(({ playerId }) => playerId).join();
    const first = await get('/vips/players?limit=3');
    const second = await get(`/vips/players?limit=3&cursor=${String(first.body['next'])}`);
    expect([ids(first), ids(second), second.body['next']]).toEqual(['p1,p2,p3', 'p4,p5', null]);
    for (const path of [`/all/players?cursor=${String(first.body['next'])}`, '/vips/players?cursor=x']) {
      expect(await get(path)).toMatchObject({ status: 422, body: { errors: [{ path: '/cursor' }] } });
    }
  });

  it('of another workspace, and what is none, are not found', async () => {
    for (const [path, token] of [
      ['/vips', 'ws_2'],
      ['/vips/players', 'ws_2'],
      ['/whales', 'ws_1'],
      ['/whales/players', 'ws_1'],
    ] as const) {
      expect(await get(path, token)).toMatchObject({ status: 404, body: { code: 'players.segment_not_found' } });
    }
    expect((await get('', 'ws_2')).body).toEqual({ entries: [] });
  });

  it('are not for player tokens', async () => {
    for (const path of ['', '/vips', '/vips/players']) expect((await get(path, 'player')).status).toBe(403);
  });
});
