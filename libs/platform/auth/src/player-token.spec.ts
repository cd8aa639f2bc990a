import { createHmac, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { FakeClock } from '@laurel/testing';
import { type JwtHeader, sign } from 'jsonwebtoken';
import { PlayerTokenSigner } from './player-token.signer.js';
import { PlayerTokenVerifier } from './player-token.verifier.js';

const pair = (namedCurve = 'P-256') =>
  generateKeyPairSync('ec', {
    namedCurve,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

const NOW = Date.UTC(2026, 10, 20);
const MINUTE_MS = 60_000;

describe('a player token', () => {
  const [ours, theirs] = [pair(), pair()];
  const clock = new FakeClock(NOW);
  const signer = new PlayerTokenSigner(ours.privateKey, clock);
  let verifier: PlayerTokenVerifier;

  beforeEach(() => {
    verifier = new PlayerTokenVerifier(ours.publicKey, clock);
  });

  const claims = { ws: 'ws_1', sub: 'ann', exp: NOW / 1000 + 60 };
  const good = { algorithm: 'ES256', issuer: 'laurel', audience: 'laurel:player' } as const;

  it('proves its workspace and player for fifteen minutes', async () => {
    const { token, expiresAt } = signer.sign('ws_1', 'ann');
    expect(expiresAt).toBe(NOW + 15 * MINUTE_MS);
    expect(await verifier.verify(token)).toEqual({
      ok: true,
      value: {
        workspace: 'ws_1',
        playerId: 'ann',
        permissions: ['boards:read', 'players:read', 'events:write', 'rewards:claim'],
        expiresAt,
      },
    });
  });

  it('carries what it is limited to, for as long as it was minted for', async () => {
    const scope = { permissions: ['boards:read', 'events:write'], boards: ['cup'] } as const;
    const { token, expiresAt } = signer.sign('ws_1', 'ann', scope, 60);
    expect(expiresAt).toBe(NOW + MINUTE_MS);
    expect(await verifier.verify(token)).toMatchObject({ ok: true, value: scope });
  });

  it('never has a permission that no player token has, whatever it says', async () => {
    const token = sign({ ...claims, permissions: ['boards:read', 'keys:write', 'all'] }, ours.privateKey, good);
    expect(await verifier.verify(token)).toMatchObject({ ok: true, value: { permissions: ['boards:read'] } });
  });

  it.each([
    ['text that is no token', 'nonsense'],
    ['the signature of another key', sign(claims, pair().privateKey, good)],
    ['another issuer', sign(claims, ours.privateKey, { ...good, issuer: 'someone' })],
    ['another audience', sign(claims, ours.privateKey, { ...good, audience: 'someone' })],
    ['no signature', sign(claims, '', { ...good, algorithm: 'none' })],
    ['the public key used as a shared secret', forgeHmac()],
    ['no workspace', sign({ ...claims, ws: undefined }, ours.privateKey, good)],
    ['permissions that are no list', sign({ ...claims, permissions: 'boards:read' }, ours.privateKey, good)],
    ['boards that are no list', sign({ ...claims, boards: { 0: 'cup' } }, ours.privateKey, good)],
    ['no end', sign({ ws: 'ws_1', sub: 'ann' }, ours.privateKey, good)],
    ['a beginning to come', sign({ ...claims, nbf: 4e9, exp: 5e9 }, ours.privateKey, good)],
    ['another type', withHeader({ typ: 'at+jwt' })],
    ['no type', withHeader({ typ: undefined })],
    [
      'another algorithm',
      sign(claims, pair('P-384').privateKey, { ...good, algorithm: 'ES384', allowInvalidAsymmetricKeyTypes: true }),
    ],
    [
      'a key of its own',
      withHeader({ jwk: createPublicKey(theirs.publicKey).export({ format: 'jwk' }) }, theirs.privateKey),
    ],
    ['an address of keys', withHeader({ jku: 'http://127.0.0.1:1/keys' }, theirs.privateKey)],
    ['an address of certificates', withHeader({ x5u: 'http://127.0.0.1:1/keys' }, theirs.privateKey)],
    ['a path for a kid', withHeader({ kid: '../../../../dev/null' }, theirs.privateKey)],
    ['an address for a kid', withHeader({ kid: 'http://127.0.0.1:1/keys' }, theirs.privateKey)],
    ['a quote for a kid', withHeader({ kid: "' OR '1'='1" }, theirs.privateKey)],
  ])('is refused with %s', async (_what, token) => {
    const result = await verifier.verify(token);
    expect(result).toEqual({ ok: false, error: expect.objectContaining({ code: 'auth.invalid_credential' }) });
  });

  it('is refused after its end, also when it was verified before', async () => {
    const laterClock = new FakeClock(NOW);
    const laterVerifier = new PlayerTokenVerifier(ours.publicKey, laterClock);
    const { token } = signer.sign('ws_1', 'ann');
    expect((await laterVerifier.verify(token)).ok).toBe(true);
    laterClock.advance(15 * MINUTE_MS);
    for (const fresh of [laterVerifier, new PlayerTokenVerifier(ours.publicKey, laterClock)]) {
      expect(await fresh.verify(token)).toEqual({
        ok: false,
        error: expect.objectContaining({ code: 'auth.expired_token' }),
      });
    }
  });

  it('is neither signed nor verified with a key on another curve', () => {
    const { publicKey, privateKey } = pair('P-384');
    expect(() => new PlayerTokenSigner(privateKey, clock)).toThrow('P-256');
    expect(() => new PlayerTokenVerifier(publicKey, clock)).toThrow('P-256');
  });

  function withHeader(header: Readonly<Record<string, unknown>>, key = ours.privateKey): string {
    const form = { alg: 'ES256', typ: 'JWT', ...header } as JwtHeader;
    return sign(claims, key, { ...good, header: form });
  }

  function forgeHmac(): string {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ ...claims, iss: 'laurel', aud: 'laurel:player' })}`;
    return `${body}.${createHmac('sha256', ours.publicKey).update(body).digest('base64url')}`;
  }
});
