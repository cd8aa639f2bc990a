import { generateKeyPairSync } from 'node:crypto';
import { JwksServer } from '@laurel/testing';
import { OperatorsApp } from './operators-app.builder.js';

const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const KEY = { ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'ES256' };

let app: OperatorsApp;
let server: JwksServer;
let settings: object;

beforeAll(async () => {
  app = await OperatorsApp.start({ LAUREL_JWKS_REACH: 'loopback' });
});
afterAll(() => app.stop());
beforeEach(async () => {
  server = await JwksServer.start();
  server.keys = [KEY];
  settings = { issuer: server.url, audience: 'game', jwksUrl: server.url, algorithms: ['ES256'] };
});
afterEach(() => server.stop());

const owner = async (): Promise<string> => app.session((await app.tenant()).email);
const put = (cookie: string, payload: object, of = app) => of.call('PUT', '/v1/identity-provider', cookie, { payload });
const codeOf = (answer: { json<T>(): T }): string => answer.json<{ code: string }>().code;

describe('the identity provider of a workspace', () => {
  it('is put, read, replaced and removed, which the audit log tells', async () => {
    const cookie = await owner();
    expect(codeOf(await app.call('GET', '/v1/identity-provider', cookie))).toBe('tenancy.no_identity_provider');
    const first = await put(cookie, settings);
    expect(first.statusCode).toBe(200);
    const usual = {
      playerIdClaim: 'sub',
      permissions: ['boards:read', 'players:read', 'events:write', 'rewards:claim'],
    };
    expect(first.json()).toMatchObject({ ...settings, ...usual });
    await put(cookie, { ...settings, permissions: ['boards:read'], boards: ['cup'] });
    expect((await app.call('GET', '/v1/identity-provider', cookie)).json()).toMatchObject({ boards: ['cup'] });
    expect((await app.call('DELETE', '/v1/identity-provider', cookie)).statusCode).toBe(204);
    expect((await app.call('DELETE', '/v1/identity-provider', cookie)).statusCode).toBe(404);
    const audit = (await app.call('GET', '/v1/audit', cookie)).json<{ entries: { action: string }[] }>();
    const changes = audit.entries.filter(({ action }) => action.startsWith('identity_provider.'));
    expect(changes).toMatchObject([
      { action: 'identity_provider.remove', before: { boards: ['cup'] } },
      { action: 'identity_provider.put', before: usual, after: { boards: ['cup'] } },
      { action: 'identity_provider.put', before: null, actor: { kind: 'operator' } },
    ]);
  });

  it('is that of one environment, and no other workspace may have its issuer and audience', async () => {
    const [ours, theirs] = [await owner(), await owner()];
    await put(ours, settings);
    const switched = await app.call('PUT', '/v1/session/environment', ours, { payload: { environment: 'live' } });
    const live = String(switched.headers['set-cookie']).split(';')[0] ?? '';
    expect((await app.call('GET', '/v1/identity-provider', live)).statusCode).toBe(404);
    for (const cookie of [live, theirs]) {
      const refused = await put(cookie, settings);
      expect([refused.statusCode, codeOf(refused)]).toEqual([409, 'tenancy.identity_provider_in_use']);
      expect((await put(cookie, { ...settings, audience: `game of ${cookie}` })).statusCode).toBe(200);
    }
  });

  it.each<[string, object, string]>([
    ['a shared secret', { algorithms: ['HS256'] }, '/algorithms'],
    ['no signature', { algorithms: ['none'] }, '/algorithms'],
    ['no algorithm', { algorithms: [] }, '/algorithms'],
    ['permissions that no player has', { permissions: ['keys:write'] }, '/permissions'],
    ['an address that is none', { jwksUrl: 'jwks' }, '/jwksUrl'],
    ['plain HTTP', { jwksUrl: 'http://example.com/jwks' }, '/jwksUrl'],
    ['a file', { jwksUrl: 'file:///etc/passwd' }, '/jwksUrl'],
    ['an internal address', { jwksUrl: 'https://169.254.169.254/latest/meta-data' }, '/jwksUrl'],
    ['a user in its address', { jwksUrl: 'https://user:password@example.com/jwks' }, '/jwksUrl'],
    ['an address that nobody listens at', { jwksUrl: 'http://127.0.0.1:1/jwks' }, '/jwksUrl'],
    ['the issuer of minted tokens', { issuer: 'laurel' }, '/issuer'],
    ['a workspace', { workspace: 'ws_1' }, '/workspace'],
  ])('is not put with %s', async (_what, change, path) => {
    const answer = await put(await owner(), { ...settings, ...change });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ errors: [{ path }] });
  });

  it.each<[string, () => void]>([
    ['has no key', () => (server.keys = [])],
    ['shows a shared secret', () => (server.keys = [{ kty: 'oct', k: 'c2VjcmV0' }])],
    ['shows a private key', () => (server.keys = [{ ...KEY, d: 'c2VjcmV0' }])],
    ['does not answer', () => (server.status = 500)],
    ['leads elsewhere', () => (server.status = 302)],
  ])('is not put with an address that %s', async (_what, change) => {
    change();
    const answer = await put(await owner(), settings);
    expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'tenancy.invalid_identity_provider']);
    expect(answer.json()).toMatchObject({ errors: [{ path: '/jwksUrl', rule: 'jwks' }] });
  });

  it('is on this machine in development alone', async () => {
    const strict = await OperatorsApp.start();
    const cookie = await strict.session((await strict.tenant()).email);
    const answers = [server.url, server.url.replace('http:', 'https:'), 'https://localhost/jwks'].map((jwksUrl) =>
      put(cookie, { ...settings, jwksUrl }, strict),
    );
    for (const answer of await Promise.all(answers))
      expect(answer.json()).toMatchObject({ errors: [{ path: '/jwksUrl' }] });
    expect(server.hits).toBe(0);
    await strict.stop();
  });
});
