import { err, ok } from '@laurel/kernel';
import { ApiKeys, AuthModule, CredentialVerifier, authErrors } from '@laurel/platform-auth';
import { configureHttpApp, httpAdapter } from '@laurel/platform-http';
import { playerTokenKeyPair } from '@laurel/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { PlayerStore } from '../get-player/player-store.js';
import { aStoredPlayer } from '../get-player/stored-player.builder.js';
import { ListPlayersController } from './list-players.controller.js';
import { ListPlayersHandler } from './list-players.handler.js';
import { type ListPlace, type ListedPlayer, type PlayerFilter, PlayerListing } from './player-listing.js';

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

class NoStats extends PlayerStore {
  override async find(): Promise<undefined> {
    return undefined;
  }

  override async statsOf(): Promise<[]> {
    return [];
  }

  override async currenciesOf(): Promise<[]> {
    return [];
  }
}

/** Holds p1 to p5, whatever is asked for, and remembers what was. */
class FiveListed extends PlayerListing {
  readonly asked: PlayerFilter[] = [];

  override async list(filter: PlayerFilter, behind: ListPlace | undefined, limit: number) {
    this.asked.push(filter);
    const players = [1, 2, 3, 4, 5].map((number): ListedPlayer => ({
      place: { section: 'ids', playerId: `p${number}`, nameKey: '' },
      player: aStoredPlayer(`p${number}`),
    }));
    return players.filter(({ place }) => !behind || place.playerId > behind.playerId).slice(0, limit);
  }
}

describe('GET /v1/players', () => {
  let app: NestFastifyApplication;
  let listing: FiveListed;

  beforeEach(async () => {
    listing = new FiveListed();
    const module = await Test.createTestingModule({
      imports: [AuthModule.forRoot({ playerTokenPublicKey: publicKey, keys: NoKeys })],
      controllers: [ListPlayersController],
      providers: [
        ListPlayersHandler,
        { provide: PlayerStore, useClass: NoStats },
        { provide: PlayerListing, useValue: listing },
      ],
    })
      .overrideProvider(CredentialVerifier)
      .useValue(verifier)
      .compile();
    app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
    await configureHttpApp(app);
  });

  afterEach(() => app.close());

  async function get(query = '', token = 'ws_1') {
    const answer = await app.inject({ url: `/v1/players${query}`, headers: { authorization: `Bearer ${token}` } });
    const body = answer.json<{
      entries?: { playerId: string }[];
      next?: string | null;
      errors?: unknown;
      code?: string;
    }>();
    return { status: answer.statusCode, body, ids: body.entries?.map(({ playerId }) => playerId).join() };
  }

  it('asks for all that must hold, in the workspace of the key', async () => {
    await get('?q=an&status=banned&attribute.country=BR&attribute.level=5', 'ws_2');
    expect(listing.asked).toEqual([
      {
        workspace: 'ws_2',
        prefix: 'an',
        status: 'banned',
        attributes: new Map([
          ['country', 'BR'],
          ['level', '5'],
        ]),
      },
    ]);
  });

  it('gives pages that follow each other, and an end', async () => {
    const first = await get('?limit=3');
    const second = await get(`?limit=3&cursor=${first.body.next}`);
    expect([first.ids, second.ids, second.body.next]).toEqual(['p1,p2,p3', 'p4,p5', null]);
  });

  it('tells no end where exactly as many follow as were asked for', async () => {
    expect((await get('?limit=5')).body.next).toBeNull();
  });

  it.each(['?limit=3&q=x', '?limit=3&attribute.a=1', '?limit=3&status=active'])(
    'refuses a cursor of another list: %s',
    async (query) => {
      const { next } = (await get('?limit=3')).body;
      expect(await get(`${query}&cursor=${next}`)).toMatchObject({
        status: 422,
        body: { errors: [{ path: '/cursor' }] },
      });
      expect(await get(`?limit=3&cursor=${next}`, 'ws_2')).toMatchObject({ status: 422 });
      expect(await get('?cursor=nonsense')).toMatchObject({ status: 422 });
    },
  );

  it.each([
    ['?limit=0', '/limit'],
    ['?limit=101', '/limit'],
    ['?status=gone', '/status'],
    ['?q=', '/q'],
    ['?q[$gt]=', '/q[$gt]'],
    ['?name=x', '/name'],
    ['?attribute.A=1', '/attribute.A'],
    ['?attribute.$where=1', '/attribute.$where'],
    ['?attribute.=1', '/attribute.'],
    ['?attribute.a=1&attribute.a=2', '/attribute.a'],
    [`?attribute.a=${'x'.repeat(257)}`, '/attribute.a'],
    ['?attribute.a=1&attribute.b=1&attribute.c=1&attribute.d=1&attribute.e=1&attribute.f=1', ''],
  ])('refuses %s', async (query, path) => {
    expect(await get(query)).toMatchObject({ status: 422, body: { code: 'http.invalid_input', errors: [{ path }] } });
    expect(listing.asked).toEqual([]);
  });

  it('is not for player tokens', async () => {
    expect(await get('', 'player')).toMatchObject({ status: 403, body: { code: 'auth.forbidden' } });
  });
});
