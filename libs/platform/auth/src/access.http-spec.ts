import { generateKeyPairSync } from 'node:crypto';
import { Controller, Get, Injectable, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { configureHttpApp, httpAdapter } from '@laurel/platform-http';
import { systemClock } from '@laurel/kernel';
import { Public, Requires } from './access.decorator.js';
import { ApiKeys, type StoredKey } from './api-keys.port.js';
import { AuthModule } from './auth.module.js';
import type { Credential } from './credential.js';
import { CurrentCredential } from './current-credential.decorator.js';
import { PlayerTokenSigner } from './player-token.signer.js';
import { hashSecret, readSecretKey, writeSecretKey } from './secret-key.js';

const KEYS = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const KEY_ID = 'key_0193d3a5-7a3c-7000-8000-0123456789ab';
const DOWN_ID = 'key_0193d3a5-7a3c-7000-8000-0123456789ac';
const SECRET_KEY = writeSecretKey('test', KEY_ID, new Uint8Array(32).fill(7));
const WRONG_SECRET = writeSecretKey('test', KEY_ID, new Uint8Array(32).fill(8));
const UNREACHABLE = writeSecretKey('test', DOWN_ID, new Uint8Array(32));

@Injectable()
class FakeKeys implements ApiKeys {
  async find(keyId: string): Promise<StoredKey | undefined> {
    if (keyId === DOWN_ID) {
      throw new Error('the store is down');
    }
    const secretHash = hashSecret(readSecretKey(SECRET_KEY)?.secret ?? '');
    return keyId === KEY_ID
      ? { keyId, workspace: 'ws_1', secretHash, permissions: ['boards:read', 'players:read', 'events:read'] }
      : undefined;
  }
}

@Controller()
class Routes {
  @Public()
  @Get('open')
  open(): string {
    return 'open';
  }

  @Requires('boards:read')
  @Get('boards')
  boards(@CurrentCredential() credential: Credential): Credential {
    return credential;
  }

  @Requires('boards:read', { board: 'key' })
  @Get('boards/:key')
  board(): string {
    return 'board';
  }

  @Requires('events:write')
  @Get('events')
  events(): string {
    return 'events';
  }

  @Requires('events:write', { playerTokens: true })
  @Get('own-events')
  ownEvents(): string {
    return 'own events';
  }

  @Requires('players:read', { ownPlayer: 'id' })
  @Get('players/:id')
  player(): string {
    return 'player';
  }

  @Requires('players:read')
  @Get('players')
  players(): string {
    return 'players';
  }

  @Requires('releases:write')
  @Get('releases')
  releases(): string {
    return 'releases';
  }
}

@Controller()
class Forgotten {
  @Get('forgotten')
  forgotten(): string {
    return 'forgotten';
  }
}

async function start(controller: Type): Promise<NestFastifyApplication> {
  const auth = AuthModule.forRoot({ playerTokenPublicKey: KEYS.publicKey, keys: FakeKeys });
  const module = await Test.createTestingModule({ imports: [auth], controllers: [controller] }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
  await configureHttpApp(app);
  return app;
}

describe('access to routes', () => {
  const signer = new PlayerTokenSigner(KEYS.privateKey, systemClock);
  const ann = signer.sign('ws_1', 'ann').token;
  const cupOnly = signer.sign('ws_1', 'ann', { boards: ['cup'] }).token;
  const sender = signer.sign('ws_1', 'ann', { permissions: ['events:write'] }).token;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    app = await start(Routes);
  });
  afterAll(() => app.close());

  it.each([
    ['anyone reach a public route', '/open', undefined],
    ['a key reach what it has the permission for', '/boards', SECRET_KEY],
    ['a key read any player', '/players/bob', SECRET_KEY],
    ['a player token read boards', '/boards', ann],
    ['a player token read its own player', '/players/ann', ann],
    ['a player token without a limit read any board', '/boards/league', ann],
    ['a player token read a board that it was minted for', '/boards/cup', cupOnly],
    ['a player token reach a route that takes them', '/own-events', sender],
  ])('lets %s', async (_what, url, token) => {
    const answer = await app.inject({ url, headers: token ? { authorization: `Bearer ${token}` } : {} });
    expect(answer.statusCode).toBe(200);
  });

  it.each([
    ['no credential', '/boards', undefined, 401, 'auth.missing_credential'],
    ['another scheme', '/boards', 'Basic abc', 401, 'auth.missing_credential'],
    ['a key of another form', '/boards', 'Bearer lrl_test_sk_x', 401, 'auth.invalid_credential'],
    ['a key with a wrong secret', '/boards', `Bearer ${WRONG_SECRET}`, 401, 'auth.invalid_credential'],
    ['a token of nobody', '/boards', 'Bearer abc.def.ghi', 401, 'auth.invalid_credential'],
    ['a key without the permission', '/releases', `Bearer ${SECRET_KEY}`, 403, 'auth.forbidden'],
    ["a player token for another's player", '/players/bob', `Bearer ${ann}`, 403, 'auth.forbidden'],
    ['a player token for all players', '/players', `Bearer ${ann}`, 403, 'auth.forbidden'],
    ['a player token without the permission', '/releases', `Bearer ${ann}`, 403, 'auth.forbidden'],
    ['a player token for other boards', '/boards/league', `Bearer ${cupOnly}`, 403, 'auth.board_forbidden'],
    [
      'a player token of some boards where no board is named',
      '/boards',
      `Bearer ${cupOnly}`,
      403,
      'auth.board_forbidden',
    ],
    ['a player token minted for something else', '/boards/cup', `Bearer ${sender}`, 403, 'auth.forbidden'],
    ['a player token where the route does not take them', '/events', `Bearer ${sender}`, 403, 'auth.forbidden'],
    ['a key while the store is down', '/boards', `Bearer ${UNREACHABLE}`, 503, 'auth.unavailable'],
  ])('refuses %s', async (_what, url, authorization, status, code) => {
    const answer = await app.inject({ url, headers: authorization ? { authorization } : {} });
    expect(answer.statusCode).toBe(status);
    expect(answer.json().code).toBe(code);
    expect(answer.headers['www-authenticate']).toBe(status === 401 ? 'Bearer' : undefined);
  });

  it('takes the workspace from the credential', async () => {
    const answer = await app.inject({ url: '/boards', headers: { authorization: `Bearer ${SECRET_KEY}` } });
    expect(answer.json()).toEqual(expect.objectContaining({ kind: 'secret_key', workspace: 'ws_1', keyId: KEY_ID }));
  });

  it('does not start an app with a route that nobody gave a permission', async () => {
    await expect(start(Forgotten)).rejects.toThrow('Forgotten.forgotten');
  });
});
