import { playerTokenKeyPair } from '@laurel/testing';
import { err, ok } from '@laurel/kernel';
import { ApiKeys, AuthModule, CredentialVerifier, authErrors } from '@laurel/platform-auth';
import { configureHttpApp, httpAdapter } from '@laurel/platform-http';
import type { StatDefinition } from '@laurel/rules-domain';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { GetPlayerController } from './get-player.controller.js';
import { GetPlayerHandler } from './get-player.handler.js';
import { PlayerStore, type StoredPlayer } from './player-store.js';
import { aStoredPlayer } from './stored-player.builder.js';

const { publicKey } = playerTokenKeyPair();

class NoKeys extends ApiKeys {
  override async find(): Promise<undefined> {
    return undefined;
  }
}

/** `key <workspace>` or `player <id>`. */
const verifier = {
  verify: async (token: string) => {
    const [kind, name = ''] = token.split('-');
    if (kind === 'key')
      return ok({ kind: 'secret_key', workspace: name, keyId: 'key_1', permissions: ['players:read'] });
    return kind === 'player'
      ? ok({ kind: 'player_token', workspace: 'ws_1', playerId: name, permissions: ['players:read'] })
      : err(authErrors.invalidCredential('Unknown.'));
  },
};

class PlayersInMemory extends PlayerStore {
  readonly players = new Map<string, StoredPlayer>();
  stats: StatDefinition[] = [];

  override async find(workspace: string, playerId: string): Promise<StoredPlayer | undefined> {
    return this.players.get(`${workspace} ${playerId}`);
  }

  override async statsOf(): Promise<readonly StatDefinition[]> {
    return this.stats;
  }

  override async currenciesOf(): Promise<[]> {
    return [];
  }
}

describe('GET /v1/players/{id}', () => {
  let app: NestFastifyApplication;
  let store: PlayersInMemory;

  beforeEach(async () => {
    store = new PlayersInMemory();
    store.stats = [
      { key: 'points', aggregation: 'sum', incarnation: 2 },
      { key: 'wins', aggregation: 'count', incarnation: 1 },
    ];
    const module = await Test.createTestingModule({
      imports: [AuthModule.forRoot({ playerTokenPublicKey: publicKey, keys: NoKeys })],
      controllers: [GetPlayerController],
      providers: [GetPlayerHandler, { provide: PlayerStore, useValue: store }],
    })
      .overrideProvider(CredentialVerifier)
      .useValue(verifier)
      .compile();
    app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
    await configureHttpApp(app);
  });

  afterEach(() => app.close());

  const get = async (playerId: string, token = 'key-ws_1'): Promise<{ status: number; body: unknown }> => {
    const url = `/v1/players/${encodeURIComponent(playerId)}`;
    const answer = await app.inject({ url, headers: { authorization: `Bearer ${token}` } });
    return { status: answer.statusCode, body: answer.json() };
  };

  it('answers stats in their present shape, and balances', async () => {
    const stats = new Map([
      ['points@1', 1_000],
      ['points@2', 75],
      ['dropped@1', 9],
    ]);
    store.players.set('ws_1 arsenal', aStoredPlayer('arsenal', { stats, balances: new Map([['coins', 71]]) }));
    expect(await get('arsenal')).toEqual({
      status: 200,
      body: {
        playerId: 'arsenal',
        attributes: {},
        status: 'active',
        stats: { points: 75 },
        balances: { coins: 71 },
        titles: [],
        items: {},
        createdAt: '2014-08-16T16:30:00.000Z',
        updatedAt: '2014-08-18T21:00:00.000Z',
      },
    });
  });

  it('answers what is known of the player, and why the player is out: the latter not to the player', async () => {
    const profile = { name: 'Arsenal', avatarUrl: 'https://a.example/x.png', timeZone: 'Europe/London' };
    store.players.set(
      'ws_1 arsenal',
      aStoredPlayer('arsenal', {
        profile: { ...profile, attributes: { city: 'London', founded: 1886 } },
        restriction: { status: 'banned', reason: 'cheated', since: Date.parse('2014-08-18T20:00:00Z') },
      }),
    );
    const known = {
      ...profile,
      attributes: { city: 'London', founded: 1886 },
      status: 'banned',
      statusSince: '2014-08-18T20:00:00.000Z',
    };
    expect((await get('arsenal')).body).toMatchObject({ ...known, statusReason: 'cheated' });
    const own = (await get('arsenal', 'player-arsenal')).body;
    expect(own).toMatchObject(known);
    expect(own).not.toHaveProperty('statusReason');
  });

  it('finds players whatever their id is made of', async () => {
    const playerId = 'a/b c?d%é😀';
    store.players.set(`ws_1 ${playerId}`, aStoredPlayer(playerId));
    expect(await get(playerId)).toMatchObject({ status: 200, body: { playerId } });
  });

  it('answers 404 for a player who never was, and for another workspace’s', async () => {
    store.players.set('ws_1 arsenal', aStoredPlayer('arsenal'));
    expect(await get('nobody')).toMatchObject({ status: 404, body: { code: 'players.not_found' } });
    expect(await get('arsenal', 'key-ws_2')).toMatchObject({ status: 404, body: { code: 'players.not_found' } });
  });

  it('lets a player token read its own player only', async () => {
    store.players.set('ws_1 arsenal', aStoredPlayer('arsenal'));
    expect(await get('arsenal', 'player-arsenal')).toMatchObject({ status: 200 });
    expect(await get('arsenal', 'player-chelsea')).toMatchObject({ status: 403, body: { code: 'auth.forbidden' } });
    expect(await get('nobody', 'player-chelsea')).toMatchObject({ status: 403 });
  });
});
