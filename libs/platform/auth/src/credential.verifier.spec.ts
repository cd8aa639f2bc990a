import { FakeClock } from '@laurel/testing';
import type { ApiKeys, StoredKey } from './api-keys.port.js';
import { CredentialVerifier } from './credential.verifier.js';
import type { PlayerTokenVerifier } from './player-token.verifier.js';
import { hashSecret, readSecretKey, writeSecretKey } from './secret-key.js';

const KEY_ID = 'key_0193d3a5-7a3c-7000-8000-0123456789ab';
const keyOf = (byte: number): string => writeSecretKey('test', KEY_ID, new Uint8Array(32).fill(byte));
const storedAs = (token: string): StoredKey => ({
  keyId: KEY_ID,
  workspace: 'ws_1',
  secretHash: hashSecret(readSecretKey(token)?.secret ?? ''),
  permissions: ['events:write'],
});

describe('a secret key that was proven before', () => {
  const token = keyOf(7);
  const store: { key: StoredKey | undefined } & ApiKeys = { key: undefined, find: () => Promise.resolve(store.key) };
  const noTokens: Pick<PlayerTokenVerifier, 'verify'> = { verify: () => Promise.reject(new Error('no token')) };
  let verifier: CredentialVerifier;

  beforeEach(async () => {
    store.key = storedAs(token);
    verifier = new CredentialVerifier(store, noTokens as PlayerTokenVerifier);
    expect((await verifier.verify(token)).ok).toBe(true);
  });

  it('is taken again', async () => {
    expect(await verifier.verify(token)).toMatchObject({ ok: true, value: { workspace: 'ws_1', keyId: KEY_ID } });
  });

  it('is refused once it is revoked', async () => {
    store.key = undefined;
    expect(await verifier.verify(token)).toMatchObject({ ok: false, error: { code: 'auth.invalid_credential' } });
  });

  it('is refused once its secret is another, which is taken instead', async () => {
    store.key = storedAs(keyOf(8));
    expect((await verifier.verify(token)).ok).toBe(false);
    expect((await verifier.verify(keyOf(8))).ok).toBe(true);
  });

  it('has the permissions that it has now', async () => {
    store.key = { ...storedAs(token), permissions: ['boards:read'] };
    expect(await verifier.verify(token)).toMatchObject({ ok: true, value: { permissions: ['boards:read'] } });
  });

  it('opens nothing for another secret of the same id', async () => {
    expect((await verifier.verify(keyOf(9))).ok).toBe(false);
  });
});

describe('a key with an end', () => {
  const token = keyOf(7);
  const noTokens = { verify: () => Promise.reject(new Error('no token')) };
  const EXPIRED = { ok: false, error: { code: 'auth.expired_key' } };

  function verifierOf(key: StoredKey, clock: FakeClock): CredentialVerifier {
    return new CredentialVerifier({ find: () => Promise.resolve(key) }, noTokens as never, clock);
  }

  it('is taken until then and refused from then on, proven before or not', async () => {
    const clock = new FakeClock(1_000);
    const key = { ...storedAs(token), expiresAt: 2_000 };
    const verifier = verifierOf(key, clock);
    clock.advance(999);
    expect((await verifier.verify(token)).ok).toBe(true);
    clock.advance(1);
    expect(await verifier.verify(token)).toMatchObject(EXPIRED);
    expect(await verifierOf(key, clock).verify(token)).toMatchObject(EXPIRED);
  });

  it('does not tell that it has ended to who does not know its secret', async () => {
    const verifier = verifierOf({ ...storedAs(token), expiresAt: 1 }, new FakeClock(2));
    expect(await verifier.verify(keyOf(8))).toMatchObject({ ok: false, error: { code: 'auth.invalid_credential' } });
  });
});

describe('a key of another kind', () => {
  const random = new Uint8Array(32).fill(7);
  const publishable = writeSecretKey('live', KEY_ID, random, 'publishable');
  const noTokens = { verify: () => Promise.reject(new Error('no token')) };

  it('says so in its credential', async () => {
    const key: StoredKey = { ...storedAs(publishable), kind: 'publishable', permissions: ['boards:read'] };
    const verifier = new CredentialVerifier({ find: () => Promise.resolve(key) }, noTokens as never);
    expect(publishable).toMatch(/^lrl_live_pk_/);
    expect(await verifier.verify(publishable)).toMatchObject({
      ok: true,
      value: { kind: 'publishable_key', permissions: ['boards:read'] },
    });
  });

  it('is not taken when it is written as a kind that it is not', async () => {
    const verifier = new CredentialVerifier({ find: () => Promise.resolve(storedAs(publishable)) }, noTokens as never);
    expect(await verifier.verify(publishable)).toMatchObject({ ok: false, error: { code: 'auth.invalid_credential' } });
  });
});
