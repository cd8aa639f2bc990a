import { Controller, Get, Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { ok } from '@laurel/kernel';
import { configureHttpApp, httpAdapter } from '@laurel/platform-http';
import { RedisModule } from '@laurel/platform-redis';
import { FakeClock, playerTokenKeyPair, silentLog, testServers, uniqueTestScope } from '@laurel/testing';
import { Public, Requires } from '../access.decorator.js';
import { ApiKeys } from '../api-keys.port.js';
import { AuthModule } from '../auth.module.js';
import { CredentialVerifier } from '../credential.verifier.js';

@Injectable()
class NoKeys implements ApiKeys {
  async find(): Promise<undefined> {
    return undefined;
  }
}

/** A token is the key of its name. */
const verifier = {
  verify: (token: string) =>
    Promise.resolve(ok({ kind: 'secret_key', workspace: 'ws_1', keyId: token, permissions: ['boards:read'] })),
};

@Controller()
class Routes {
  @Requires('boards:read')
  @Get('boards')
  boards(): string {
    return 'boards';
  }

  @Requires('events:write')
  @Get('events')
  events(): string {
    return 'events';
  }

  @Public()
  @Get('open')
  open(): string {
    return 'open';
  }
}

describe('a limited app', () => {
  let app: NestFastifyApplication;

  beforeEach(async () => {
    const limits = {
      rates: { keyPerSecond: 1, playerPerSecond: 1, workspacePerSecond: 2 },
      redisKeyPrefix: uniqueTestScope().keyPrefix,
      fixed: [{ name: 'batch', most: 1_000, unit: 'items' as const }],
    };
    const auth = AuthModule.forRoot({
      playerTokenPublicKey: playerTokenKeyPair().publicKey,
      keys: NoKeys,
      limits,
      clock: new FakeClock(1_000_000),
    });
    const module = await Test.createTestingModule({
      imports: [RedisModule.forRoot({ url: testServers().redisUrl, log: silentLog }), auth],
      controllers: [Routes],
    })
      .overrideProvider(CredentialVerifier)
      .useValue(verifier)
      .compile();
    app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
    await configureHttpApp(app, { cors: true });
  });
  afterEach(() => app.close());

  const get = (url: string, token?: string, headers: Readonly<Record<string, string>> = {}) =>
    app.inject({ url, headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers } });

  it('tells in every answer to a credential what is left', async () => {
    const { headers } = await get('/boards', 'a');
    expect(headers).toMatchObject({
      'ratelimit-policy': '"credential";q=10;w=10, "workspace";q=20;w=10',
      ratelimit: expect.stringMatching(/^"credential";r=9;t=\d+, "workspace";r=19;t=\d+$/),
    });
    expect((await get('/boards', 'a')).headers['ratelimit']).toContain('"credential";r=8;');
  });

  it('answers 429 with a problem and the time to wait when a budget is spent', async () => {
    for (let sent = 0; sent < 10; sent += 1) expect((await get('/boards', 'a')).statusCode).toBe(200);
    const refused = await get('/boards', 'a');
    expect(refused.statusCode).toBe(429);
    expect(refused.headers).toMatchObject({
      'content-type': expect.stringContaining('application/problem+json'),
      'retry-after': expect.stringMatching(/^([1-9]|10)$/),
      ratelimit: expect.stringContaining('"credential";r=0;'),
    });
    expect(refused.json()).toMatchObject({
      code: 'auth.rate_limited',
      detail: 'The credential has 0 left of 10 in 10 s, and this request is one more.',
    });
  });

  it('charges what it refuses for want of a permission', async () => {
    for (let sent = 0; sent < 10; sent += 1) expect((await get('/events', 'a')).statusCode).toBe(403);
    expect((await get('/events', 'a')).statusCode).toBe(429);
  });

  it('holds all keys of a workspace to its budget', async () => {
    const statuses: number[] = [];
    for (let sent = 0; sent < 30; sent += 1) statuses.push((await get('/boards', `key-${sent}`)).statusCode);
    expect(statuses).toEqual([...Array<number>(20).fill(200), ...Array<number>(10).fill(429)]);
  });

  it('believes no header about where a request comes from', async () => {
    const spoofed = (index: number) => ({ 'x-forwarded-for': `10.0.0.${index}`, forwarded: `for=10.0.0.${index}` });
    for (let sent = 0; sent < 10; sent += 1) await get('/boards', 'a', spoofed(sent));
    expect((await get('/boards', 'a', spoofed(99))).statusCode).toBe(429);
  });

  it('neither charges nor tells who has no credential', async () => {
    const open = await get('/open');
    expect(open.statusCode).toBe(200);
    expect(open.headers).not.toHaveProperty('ratelimit');
    expect((await get('/boards')).headers).not.toHaveProperty('ratelimit');
  });

  it('lets pages of other origins read what is left', async () => {
    const { headers } = await get('/boards', 'a', { origin: 'https://game.example' });
    expect(headers['access-control-expose-headers']).toContain('ratelimit');
  });

  it('says at GET /v1/limits what a caller may still do, whatever its permissions', async () => {
    await get('/boards', 'a');
    expect((await get('/v1/limits', 'a')).json()).toEqual({
      rates: [
        { name: 'credential', quota: 10, windowSeconds: 10, left: 8, resetSeconds: expect.any(Number) },
        { name: 'workspace', quota: 20, windowSeconds: 10, left: 18, resetSeconds: expect.any(Number) },
      ],
      fixed: [
        { name: 'body', most: 1_048_576, unit: 'bytes' },
        { name: 'page', most: 100, unit: 'items' },
        { name: 'batch', most: 1_000, unit: 'items' },
      ],
    });
    expect((await get('/v1/limits')).statusCode).toBe(401);
  });
});
