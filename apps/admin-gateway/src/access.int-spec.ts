import { systemClock } from '@laurel/kernel';
import { loadConfig } from '@laurel/platform-config';
import { createHttpApp } from '@laurel/platform-http';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { CreateWorkspaceHandler, tenancyIndexes } from '@laurel/tenancy-feature';
import { playerTokenKeyPair, testServers, uniqueTestScope, until } from '@laurel/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AdminGatewayConfig } from './admin-gateway.config.js';
import { AppModule } from './app.module.js';

const pair = playerTokenKeyPair();
const servers = testServers();
const scope = uniqueTestScope();
let mongo: Awaited<ReturnType<typeof connectMongo>>;
let app: NestFastifyApplication;
let another: NestFastifyApplication;
let owner: string;

beforeAll(async () => {
  mongo = await connectMongo({ url: servers.mongoUrl, database: scope.database });
  await ensureIndexes(mongo.getClient().db(scope.database), tenancyIndexes);
  owner = await workspaceKey('acme');
  [app, another] = [await start(), await start()];
});
afterAll(async () => {
  await app.close();
  await another.close();
  await mongo.dropDatabase();
  await mongo.close();
});

async function workspaceKey(tenant: string): Promise<string> {
  const created = await new CreateWorkspaceHandler(mongo.getClient().db(scope.database), systemClock).handle(
    tenant,
    'live',
  );
  if (!created.ok) throw new Error(created.error.detail);
  return created.value.secretKey;
}

function start(): Promise<NestFastifyApplication> {
  const config = loadConfig(AdminGatewayConfig, {
    LAUREL_LOG_LEVEL: 'silent',
    LAUREL_KAFKA_BROKERS: servers.kafkaBrokers.join(','),
    LAUREL_KAFKA_TOPIC_PREFIX: scope.topicPrefix,
    LAUREL_MONGO_URL: servers.mongoUrl,
    LAUREL_MONGO_DATABASE: scope.database,
    LAUREL_REDIS_URL: servers.redisUrl,
    LAUREL_REDIS_KEY_PREFIX: scope.keyPrefix,
    LAUREL_ERASURE_KEY: 'a-secret-of-a-spec-which-nobody-has',
    LAUREL_PLAYER_TOKEN_PUBLIC_KEY: pair.publicKey,
    LAUREL_PLAYER_TOKEN_PRIVATE_KEY: pair.privateKey,
  });
  return createHttpApp(AppModule.forRoot(config));
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

interface Call {
  readonly key?: string;
  readonly payload?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly of?: NestFastifyApplication;
}

function call(method: Method, url: string, { key = owner, payload, headers = {}, of = app }: Call = {}) {
  const all = { authorization: `Bearer ${key}`, ...headers };
  return of.inject({ method, url, headers: all, ...(payload ? { payload } : {}) });
}

interface Key {
  readonly id: string;
  readonly key: string;
}

const createKey = async (payload: object): Promise<Key> => (await call('POST', '/v1/keys', { payload })).json<Key>();

describe('keys over the API', () => {
  it('are shown once, and described ever after', async () => {
    const created = await call('POST', '/v1/keys', {
      payload: { name: 'match servers', permissions: ['events:write'], expiresAt: '2099-01-01T00:00:00Z' },
    });
    expect(created.statusCode).toBe(201);
    const { key, ...described } = created.json<Key>();
    expect(key).toMatch(/^lrl_live_rk_/);
    expect(described).toMatchObject({
      name: 'match servers',
      kind: 'restricted',
      permissions: ['events:write'],
      status: 'active',
      expiresAt: '2099-01-01T00:00:00.000Z',
      lastUsedAt: null,
    });
    expect((await call('GET', `/v1/keys/${described.id}`)).json()).toEqual(described);
    const list = await call('GET', '/v1/keys?limit=1');
    expect(list.json()).toMatchObject({ entries: [described], prev: null });
  });

  it('say when they were last used, by the minute', async () => {
    const { id, key } = await createKey({ name: 'reader', permissions: ['keys:read'] });
    expect((await call('GET', '/v1/keys', { key })).statusCode).toBe(200);
    const lastUsed = async () => (await call('GET', `/v1/keys/${id}`)).json<{ lastUsedAt: string | null }>().lastUsedAt;
    await until('its use is noted', async () => (await lastUsed()) !== null);
    expect(await lastUsed()).toMatch(/:00\.000Z$/);
  });

  it('are renamed, rolled and revoked', async () => {
    const { id, key } = await createKey({ name: 'old', kind: 'publishable' });
    const renamed = await call('PATCH', `/v1/keys/${id}`, { payload: { name: 'new' } });
    expect([renamed.statusCode, renamed.json<{ name: string }>().name]).toEqual([200, 'new']);
    const rolled = await call('POST', `/v1/keys/${id}/roll`, { payload: {} });
    expect(rolled.json()).toMatchObject({
      name: 'new',
      kind: 'publishable',
      key: expect.not.stringContaining(key) as string,
    });
    expect((await call('DELETE', `/v1/keys/${id}`)).statusCode).toBe(204);
    const revoked = (await call('GET', `/v1/keys/${id}`)).json();
    expect(revoked).toMatchObject({ status: 'revoked', rolledTo: rolled.json<Key>().id });
  });

  it('are refused by another instance that has just let them in, once they are revoked', async () => {
    const { id, key } = await createKey({ name: 'leaked', permissions: ['keys:read'] });
    expect((await call('GET', '/v1/keys', { key, of: another })).statusCode).toBe(200);
    await call('DELETE', `/v1/keys/${id}`);
    await until('the other instance refuses it', async () => {
      return (await call('GET', '/v1/keys', { key, of: another })).statusCode === 401;
    });
  });

  it('that are restricted are refused where they must be', async () => {
    const { key } = await createKey({ name: 'minter', permissions: ['keys:write'] });
    const list = await call('GET', '/v1/keys', { key });
    expect([list.statusCode, list.json<{ code: string }>().code]).toEqual([403, 'auth.forbidden']);
    const more = await call('POST', '/v1/keys', { key, payload: { name: 'more', kind: 'secret' } });
    expect([more.statusCode, more.json<{ code: string }>().code]).toEqual([403, 'tenancy.permission_not_held']);
  });

  it.each([
    ['no name', { kind: 'secret' }, '/name'],
    ['another kind', { name: 'a', kind: 'root' }, '/kind'],
    ['an unknown permission', { name: 'a', permissions: ['all'] }, '/permissions'],
    ['no permission', { name: 'a' }, '/permissions'],
    ['a past end', { name: 'a', kind: 'secret', expiresAt: '2020-01-01T00:00:00Z' }, '/expiresAt'],
    ['an end that is none', { name: 'a', kind: 'secret', expiresAt: '2099-02-30T00:00:00Z' }, '/expiresAt'],
    ['a workspace', { name: 'a', kind: 'secret', workspace: 'ws_1' }, '/workspace'],
    ['a hash of its own', { name: 'a', kind: 'secret', secretHash: 'x' }, '/secretHash'],
  ])('are not created with %s', async (_what, payload, path) => {
    const answer = await call('POST', '/v1/keys', { payload });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ errors: [{ path }] });
  });

  it('of another workspace are not found', async () => {
    const { id } = await createKey({ name: 'ours', kind: 'publishable' });
    const key = await workspaceKey('others');
    const answers = [
      await call('GET', `/v1/keys/${id}`, { key }),
      await call('PATCH', `/v1/keys/${id}`, { key, payload: { name: 'theirs' } }),
      await call('POST', `/v1/keys/${id}/roll`, { key, payload: {} }),
      await call('DELETE', `/v1/keys/${id}`, { key }),
    ];
    expect(answers.map((answer) => answer.json<{ code: string }>().code)).toEqual(
      Array(4).fill('tenancy.key_not_found'),
    );
    expect((await call('GET', '/v1/keys', { key })).json<{ entries: unknown[] }>().entries).toHaveLength(1);
  });
});

describe('player tokens', () => {
  const mint = (payload: object) => call('POST', '/v1/player-tokens', { payload: { playerId: 'ann', ...payload } });
  const claimsOf = (token: string): unknown =>
    JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

  it('carry what they are limited to, and nothing where they are not', async () => {
    const scope = { permissions: ['boards:read'], boards: ['cup'] };
    const limited = (await mint({ ...scope, expiresInSeconds: 60 })).json<{ token: string }>();
    const usual = (await mint({})).json<{ token: string }>();
    expect(claimsOf(limited.token)).toMatchObject({ sub: 'ann', ...scope });
    expect(Object.keys(claimsOf(usual.token) as object)).not.toEqual(expect.arrayContaining(['boards']));
  });

  it.each([
    ['a permission that no client may have', { permissions: ['keys:write'] }, '/permissions'],
    ['no permission', { permissions: [] }, '/permissions'],
    ['a board that cannot be one', { boards: ['Cup!'] }, '/boards'],
    ['less than a minute', { expiresInSeconds: 59 }, '/expiresInSeconds'],
    ['more than an hour', { expiresInSeconds: 3_601 }, '/expiresInSeconds'],
  ])('are not minted for %s', async (_what, payload, path) => {
    const answer = await mint(payload);
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ errors: [{ path }] });
  });
});

interface Entry {
  readonly action: string;
  readonly target: string;
}

const auditOf = async (query = '', key = owner): Promise<Entry[]> =>
  (await call('GET', `/v1/audit?limit=100${query}`, { key })).json<{ entries: Entry[] }>().entries;

describe('the audit log', () => {
  it('has every write, newest first, by whom and by which request', async () => {
    const key = await workspaceKey('audited');
    const created = (
      await call('POST', '/v1/keys', {
        key,
        payload: { name: 'one', kind: 'publishable' },
        headers: { 'x-request-id': 'r-1' },
      })
    ).json<Key>();
    await call('PATCH', `/v1/keys/${created.id}`, { key, payload: { name: 'two' } });
    await call('POST', `/v1/keys/${created.id}/roll`, { key, payload: {} });
    await call('DELETE', `/v1/keys/${created.id}`, { key });
    await call('POST', '/v1/player-tokens', { key, payload: { playerId: 'ann', boards: ['cup'] } });
    await call('POST', '/v1/releases', { key, payload: { program: {}, note: 'empty' } });

    const entries = await auditOf('', key);

    const ofKey = (action: string) => ({ action, target: created.id });
    expect(entries.slice(-5)).toMatchObject([
      { action: 'player_tokens.mint', target: 'ann', after: { playerId: 'ann', boards: ['cup'] } },
      { ...ofKey('keys.revoke'), before: { status: 'active', name: 'two' } },
      { ...ofKey('keys.roll'), after: { name: 'two' } },
      { ...ofKey('keys.rename'), before: { name: 'one' }, after: { name: 'two' } },
      { ...ofKey('keys.create'), before: null, after: { id: created.id, kind: 'publishable' }, requestId: 'r-1' },
    ]);
    expect(entries[0]).toMatchObject({ actor: { kind: 'secret_key', id: expect.stringMatching(/^key_/) as string } });
  });

  it('holds no key and no token', async () => {
    const { key } = await createKey({ name: 'secret', kind: 'secret' });
    const minted = await call('POST', '/v1/player-tokens', { payload: { playerId: 'quiet' } });
    const stored = JSON.stringify(await mongo.getClient().db(scope.database).collection('audit').find().toArray());
    expect(stored).toContain('quiet');
    expect(stored).not.toContain(key);
    expect(stored).not.toContain(minted.json<{ token: string }>().token);
  });

  it('is asked by actor, action, target and time, page by page', async () => {
    const key = await workspaceKey('filters');
    const { id } = (await call('POST', '/v1/keys', { key, payload: { name: 'a', kind: 'publishable' } })).json<Key>();
    await call('PATCH', `/v1/keys/${id}`, { key, payload: { name: 'b' } });
    await call('PATCH', `/v1/keys/${id}`, { key, payload: { name: 'c' } });

    expect(await auditOf('&action=keys.rename', key)).toHaveLength(2);
    expect(await auditOf(`&target=${id}&action=keys.create`, key)).toHaveLength(1);
    expect(await auditOf('&actor=key_nobody', key)).toEqual([]);
    expect(await auditOf('&to=2020-01-01T00:00:00Z', key)).toEqual([]);
    expect(await auditOf('&from=2020-01-01T00:00:00Z&to=2099-01-01T00:00:00Z', key)).toHaveLength(3);
    const first = (await call('GET', '/v1/audit?limit=2', { key })).json<{ entries: Entry[]; next: string }>();
    const rest = await call('GET', `/v1/audit?limit=2&cursor=${first.next}`, { key });
    expect(rest.json()).toMatchObject({ entries: [{ action: 'keys.create' }], next: null });
    const elsewhere = await call('GET', `/v1/audit?action=keys.create&cursor=${first.next}`, { key });
    expect([elsewhere.statusCode, elsewhere.json<{ code: string }>().code]).toEqual([422, 'http.invalid_input']);
  });

  it('shows nothing of another workspace, and has nothing of what was refused', async () => {
    const key = await workspaceKey('silent');
    await call('POST', '/v1/keys', { key, payload: {} });
    expect(await auditOf('', key)).toEqual([]);
  });
});

describe('a write with an Idempotency-Key', () => {
  const headers = (key: string) => ({ 'idempotency-key': key });
  const payload = { name: 'once', kind: 'publishable' };
  const count = async (key: string): Promise<number> =>
    (await call('GET', '/v1/keys?limit=100', { key })).json<{ entries: unknown[] }>().entries.length;

  it('gives the first answer again, whichever way the scheme of the credential is written', async () => {
    const key = await workspaceKey('schemes');
    const send = (scheme: string) => {
      const all = { authorization: `${scheme} ${key}`, ...headers('a') };
      return app.inject({ method: 'POST', url: '/v1/keys', headers: all, payload });
    };
    const first = await send('Bearer');
    const again = await send('bearer');
    expect([again.statusCode, again.json()]).toEqual([201, first.json()]);
  });

  it('acts once, however many copies come at once, and gives the first answer again', async () => {
    const key = await workspaceKey('copies');
    const copies = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        call('POST', '/v1/keys', { key, payload, headers: headers('a'), of: index % 2 ? app : another }),
      ),
    );
    const refused = copies.filter(({ statusCode }) => statusCode !== 201);
    expect(new Set(refused.map((answer) => answer.json<{ code: string }>().code))).toEqual(
      new Set(refused.length > 0 ? ['http.idempotency_key_in_flight'] : []),
    );
    const again = await call('POST', '/v1/keys', { key, payload, headers: headers('a'), of: another });
    expect([again.statusCode, again.headers['idempotent-replayed']]).toEqual([201, 'true']);
    for (const copy of copies.filter(({ statusCode }) => statusCode === 201)) expect(copy.json()).toEqual(again.json());
    expect(await count(key)).toBe(2);
    expect(await auditOf('&action=keys.create', key)).toHaveLength(1);
  });

  it('stores no key in clear', async () => {
    const created = await call('POST', '/v1/keys', { payload, headers: headers('sealed') });
    const stored = await mongo.getClient().db(scope.database).collection('idempotencyKeys').find().toArray();
    expect(stored.length).toBeGreaterThan(0);
    expect(JSON.stringify(stored)).not.toContain(created.json<Key>().key);
    expect(stored.every(({ expiresAt }) => expiresAt instanceof Date)).toBe(true);
  });

  it('is refused with another body, and taken for another route or from another caller', async () => {
    const key = await workspaceKey('reuse');
    await call('POST', '/v1/keys', { key, payload, headers: headers('b') });
    const other = await call('POST', '/v1/keys', { key, payload: { ...payload, name: 'two' }, headers: headers('b') });
    expect([other.statusCode, other.json<{ code: string }>().code]).toEqual([422, 'http.idempotency_key_reused']);
    const token = await call('POST', '/v1/player-tokens', { key, payload: { playerId: 'a' }, headers: headers('b') });
    expect([token.statusCode, token.headers['idempotent-replayed']]).toEqual([201, undefined]);
    const elsewhere = await call('POST', '/v1/keys', { payload, headers: headers('b') });
    expect([elsewhere.statusCode, elsewhere.headers['idempotent-replayed']]).toEqual([201, undefined]);
  });

  it('may be corrected under its key after a refusal, and repeats an empty answer', async () => {
    const refused = await call('POST', '/v1/keys', { payload: { name: '' }, headers: headers('c') });
    const corrected = await call('POST', '/v1/keys', { payload, headers: headers('c') });
    expect([refused.statusCode, corrected.statusCode]).toEqual([422, 201]);
    const url = `/v1/keys/${corrected.json<Key>().id}`;
    const answers = [
      await call('DELETE', url, { headers: headers('d') }),
      await call('DELETE', url, { headers: headers('d') }),
    ];
    expect(answers.map(({ statusCode, body }) => [statusCode, body])).toEqual([
      [204, ''],
      [204, ''],
    ]);
    expect(answers.map((answer) => answer.headers['idempotent-replayed'])).toEqual([undefined, 'true']);
  });

  it.each(['', 'é', 'x'.repeat(256)])('is refused when its key is %p', async (key) => {
    const answer = await call('POST', '/v1/keys', { payload, headers: headers(key) });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'http.invalid_idempotency_key']);
  });
});
