import { type KeyObject, createHmac, generateKeyPairSync } from 'node:crypto';
import dns from 'node:dns';
import fs from 'node:fs';
import { FakeClock, JwksServer } from '@laurel/testing';
import { SignJWT } from 'jose';
import { ForeignTokenVerifier, foreignPayloadOf } from './foreign-token.verifier.js';
import { type IdentityProvider, IdentityProviders } from './identity-provider.js';

const NOW = Date.UTC(2026, 10, 21);
const NOW_SECONDS = NOW / 1_000;
const ISSUER = 'https://id.example';

const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const [first, second, curve, stranger] = [rsa(), rsa(), ec(), rsa()];
const jwkOf = (key: KeyObject, kid: string, alg = 'RS256') => ({
  ...key.export({ format: 'jwk' }),
  kid,
  alg,
  use: 'sig',
});

class FakeProviders extends IdentityProviders {
  asked = 0;
  isAway = false;
  constructor(public providers: readonly IdentityProvider[]) {
    super();
  }
  override all(): Promise<readonly IdentityProvider[]> {
    this.asked += 1;
    return this.isAway ? Promise.reject(new Error('away')) : Promise.resolve(this.providers);
  }
}

let server: JwksServer;
let clock: FakeClock;
let store: FakeProviders;
let verifier: ForeignTokenVerifier;

const provider = (): IdentityProvider => ({
  workspace: 'ws_1',
  revision: 'rev_1',
  issuer: ISSUER,
  audience: 'game',
  jwksUrl: server.url,
  algorithms: ['RS256', 'ES256'],
  playerIdClaim: 'sub',
  permissions: ['boards:read', 'players:read'],
});

const fresh = () => (verifier = new ForeignTokenVerifier(store, 'loopback', clock));

beforeEach(async () => {
  server = await JwksServer.start();
  server.keys = [jwkOf(first.publicKey, 'k1'), jwkOf(curve.publicKey, 'c1', 'ES256')];
  clock = new FakeClock(NOW);
  store = new FakeProviders([provider()]);
  fresh();
});
afterEach(() => server.stop());

interface Forged {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly key?: KeyObject;
}

const CLAIMS = { iss: ISSUER, aud: 'game', sub: 'ann', iat: NOW_SECONDS, exp: NOW_SECONDS + 600 };

const sign = ({ claims = {}, header = {}, key = first.privateKey }: Forged = {}): Promise<string> =>
  new SignJWT({ ...CLAIMS, ...claims })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'k1', ...header })
    .sign(key);

/** Written by hand, since the library signs nothing of the kind. */
const forge = (header: object, signature: (input: string) => string): string => {
  const input = [header, CLAIMS].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${input}.${signature(input)}`;
};

const verify = async (token: string | Promise<string>) => {
  const text = await token;
  return verifier.verify(text, foreignPayloadOf(text) ?? {});
};
const refusal = (code: string) => ({ ok: false, error: { code } });
const INVALID = refusal('auth.invalid_credential');
const PEM = first.publicKey.export({ type: 'spki', format: 'pem' }).toString();

describe('a player token of an identity provider', () => {
  it('proves its player, in the workspace that named the provider, with the scope that it gave', async () => {
    expect(await verify(sign())).toMatchObject({
      value: { workspace: 'ws_1', playerId: 'ann', permissions: ['boards:read', 'players:read'] },
    });
    const byCurve = sign({ header: { alg: 'ES256', kid: 'c1' }, key: curve.privateKey });
    expect((await verify(byCurve)).ok).toBe(true);
  });

  it('names the player where the workspace says', async () => {
    store.providers = [{ ...provider(), playerIdClaim: 'https://game.example/player', boards: ['cup'] }];
    expect(await verify(sign({ claims: { 'https://game.example/player': 'p1' } }))).toMatchObject({
      value: { playerId: 'p1', boards: ['cup'] },
    });
  });

  it('may be for others as well, and for an array of one', async () => {
    expect((await verify(sign({ claims: { aud: ['game', 'chat'] } }))).ok).toBe(true);
  });

  it('ends with its own end, and a clock may be a little off', async () => {
    expect((await verify(sign({ claims: { exp: NOW_SECONDS - 29 } }))).ok).toBe(true);
    expect(await verify(sign({ claims: { exp: NOW_SECONDS - 31 } }))).toMatchObject(refusal('auth.expired_token'));
    const token = await sign();
    expect((await verify(token)).ok).toBe(true);
    clock.advance(631_000);
    expect(await verify(token)).toMatchObject(refusal('auth.expired_token'));
  });

  it.each<[string, () => string | Promise<string>]>([
    ['no signature, alg none', () => forge({ alg: 'none', typ: 'JWT' }, () => '')],
    ['no signature, alg None', () => forge({ alg: 'None', typ: 'JWT', kid: 'k1' }, () => '')],
    [
      'HS256 keyed with the public key',
      () =>
        forge({ alg: 'HS256', typ: 'JWT', kid: 'k1' }, (input) =>
          createHmac('sha256', PEM).update(input).digest('base64url'),
        ),
    ],
    ['an algorithm that was not allowed', () => sign({ header: { alg: 'RS512' } })],
    ['the key of another algorithm', () => sign({ header: { kid: 'c1' } })],
    ['another key', () => sign({ key: stranger.privateKey })],
    [
      'another key that it brings itself',
      () => sign({ key: stranger.privateKey, header: { jwk: jwkOf(stranger.publicKey, 'k1') } }),
    ],
    ['no end', () => sign({ claims: { exp: undefined } })],
    ['an end that is no number', () => sign({ claims: { exp: 'never' } })],
    ['a beginning to come', () => sign({ claims: { nbf: NOW_SECONDS + 60 } })],
    ['an issue to come', () => sign({ claims: { iat: NOW_SECONDS + 60 } })],
    ['another issuer', () => sign({ claims: { iss: 'https://other.example' } })],
    ['another audience', () => sign({ claims: { aud: 'chat' } })],
    ['no audience', () => sign({ claims: { aud: undefined } })],
    ['another type', () => sign({ header: { typ: 'dpop+jwt' } })],
    ['the type of a logout', () => sign({ header: { typ: 'logout+jwt' } })],
    [
      'an extension that it says is critical',
      () => forge({ alg: 'RS256', kid: 'k1', crit: ['x'], x: 1 }, () => 'AAAA'),
    ],
    ['no player', () => sign({ claims: { sub: undefined } })],
    ['a player that is no text', () => sign({ claims: { sub: { $ne: '' } } })],
    ['a player of control characters', () => sign({ claims: { sub: 'a\u0000b' } })],
    ['a player that is too long', () => sign({ claims: { sub: 'a'.repeat(129) } })],
    [
      'a changed payload',
      async () =>
        (await sign()).replace(
          /\.[^.]+\./,
          `.${Buffer.from(JSON.stringify({ ...CLAIMS, sub: 'bob' })).toString('base64url')}.`,
        ),
    ],
    ['nothing signed', () => 'abc.def.ghi'],
  ])('is refused with %s', async (_what, token) => {
    expect(await verify(token())).toMatchObject(INVALID);
  });

  it.each([
    ['a path', '../../../../etc/passwd'],
    ['a path of a device', '/dev/null'],
    ['an address', 'http://127.0.0.1:1/keys'],
    ['a quote', "' OR '1'='1"],
    ['nothing', ''],
  ])('is refused with %s for a kid, and nothing is opened for it', async (_what, kid) => {
    expect((await verify(sign())).ok).toBe(true);
    const spies = [jest.spyOn(fs, 'readFileSync'), jest.spyOn(fs, 'openSync'), jest.spyOn(dns, 'lookup')];
    expect(await verify(sign({ header: { kid }, key: stranger.privateKey }))).toMatchObject(INVALID);
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
    expect(server.hits).toBe(1);
    jest.restoreAllMocks();
  });

  it.each(['jku', 'x5u'])('that names keys of its own by %s makes nobody ask there', async (name) => {
    const theirs = await JwksServer.start();
    theirs.keys = [jwkOf(stranger.publicKey, 'k1')];
    expect(await verify(sign({ key: stranger.privateKey, header: { [name]: theirs.url } }))).toMatchObject(INVALID);
    expect(theirs.hits).toBe(0);
    await theirs.stop();
  });

  it('is for one workspace: what two would take is taken by neither', async () => {
    store.providers = [provider(), { ...provider(), workspace: 'ws_2', audience: 'chat' }];
    expect(await verify(sign({ claims: { aud: ['game', 'chat'] } }))).toMatchObject(INVALID);
    expect(await verify(sign({ claims: { aud: 'chat' } }))).toMatchObject({ value: { workspace: 'ws_2' } });
  });
});

describe('the keys of an identity provider', () => {
  it('are read once for many tokens', async () => {
    const tokens = await Promise.all(Array.from({ length: 20 }, (_, index) => sign({ claims: { sub: `p${index}` } })));
    const answers = await Promise.all(tokens.map(verify));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(server.hits).toBe(1);
  });

  it('are read again for a key that is not known, once per half a minute however many are named', async () => {
    await verify(sign());
    server.keys = [jwkOf(second.publicKey, 'k2')];
    clock.advance(30_000);
    expect((await verify(sign({ key: second.privateKey, header: { kid: 'k2' } }))).ok).toBe(true);
    expect(server.hits).toBe(2);

    for (let index = 0; index < 200; index += 1) {
      expect(await verify(sign({ header: { kid: `unknown ${index}` } }))).toMatchObject(INVALID);
    }
    expect(server.hits).toBe(2);
  });

  it('go on while their address does not answer, for a day', async () => {
    await verify(sign());
    server.status = 500;
    const later = (ms: number) => {
      clock.advance(ms);
      return verify(sign({ claims: { iat: clock.now() / 1_000, exp: clock.now() / 1_000 + 600 } }));
    };
    expect((await later(3_600_000)).ok).toBe(true);
    expect((await later(3_600_000)).ok).toBe(true);
    expect(await later(22 * 3_600_000)).toMatchObject(refusal('auth.unavailable'));
    server.status = 200;
    expect((await later(30_000)).ok).toBe(true);
  });

  it('that were never read are unavailable, and asked for once per half a minute', async () => {
    server.status = 500;
    const away = refusal('auth.unavailable');
    expect(await verify(sign())).toMatchObject({ error: { ...away.error, retryAfterSeconds: 30 } });
    expect(await verify(sign())).toMatchObject(away);
    expect(server.hits).toBe(1);
    server.status = 200;
    clock.advance(30_000);
    expect((await verify(sign())).ok).toBe(true);
  });

  it('are taken back within five minutes, also for tokens that were verified', async () => {
    const token = await sign();
    expect((await verify(token)).ok).toBe(true);
    server.keys = [jwkOf(second.publicKey, 'k1')];
    clock.advance(5 * 60_000);
    await verify(sign({ header: { kid: 'new' } }));
    expect(await verify(token)).toMatchObject(INVALID);
  });

  it('are no shared secret and no private key', async () => {
    server.keys = [{ kty: 'oct', k: Buffer.from('secret').toString('base64url'), kid: 'k1', alg: 'HS256' }];
    expect(await verify(sign())).toMatchObject(refusal('auth.unavailable'));
  });
});

describe('the settings of identity providers', () => {
  it('are asked for every few seconds, whatever issuers tokens name', async () => {
    for (let index = 0; index < 200; index += 1) {
      expect(await verify(sign({ claims: { iss: `https://${index}.example` } }))).toMatchObject(INVALID);
    }
    expect(store.asked).toBe(1);
  });

  it('that change, or are removed, hold for tokens that were verified before', async () => {
    const token = await sign();
    expect((await verify(token)).ok).toBe(true);
    store.providers = [{ ...provider(), revision: 'rev_2', permissions: ['boards:read'] }];
    clock.advance(5_000);
    expect(await verify(token)).toMatchObject({ value: { permissions: ['boards:read'] } });
    store.providers = [];
    clock.advance(5_000);
    expect(await verify(token)).toMatchObject(INVALID);
  });

  it('go on while the store is away, and are unavailable before they were known', async () => {
    store.isAway = true;
    expect(await verify(sign())).toMatchObject(refusal('auth.unavailable'));
    store.isAway = false;
    expect((await verify(sign())).ok).toBe(true);
    store.isAway = true;
    clock.advance(60_000);
    expect((await verify(sign())).ok).toBe(true);
  });
});
