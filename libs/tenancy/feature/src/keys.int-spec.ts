import type { Clock } from '@laurel/kernel';
import { CachedApiKeys, type Credential, CredentialVerifier, KEY_PERMISSIONS } from '@laurel/platform-auth';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { FakeClock, testServers, uniqueTestScope } from '@laurel/testing';
import type { Db } from 'mongodb';
import { MongoApiKeys, MongoKeyUses } from './adapters/api-keys.mongo.js';
import { MongoKeyStore } from './adapters/key-store.mongo.js';
import { API_KEYS_COLLECTION, type ApiKeyDocument } from './adapters/tenancy.documents.js';
import { tenancyIndexes } from './adapters/tenancy.indexes.js';
import { CreateKeyHandler } from './create-key/create-key.handler.js';
import { CreateWorkspaceHandler } from './create-workspace/create-workspace.handler.js';
import { RevokeKeyHandler } from './revoke-key/revoke-key.handler.js';
import { RollKeyHandler } from './roll-key/roll-key.handler.js';

const NOW = Date.UTC(2026, 10, 21);
const SECOND_MS = 1_000;

let mongo: Awaited<ReturnType<typeof connectMongo>>;
let db: Db;
let clock: FakeClock;
let store: MongoKeyStore;
let owner: Credential;
let ownerKey: string;
let tenants = 0;

beforeAll(async () => {
  const { database } = uniqueTestScope();
  mongo = await connectMongo({ url: testServers().mongoUrl, database });
  db = mongo.getClient().db(database);
  await ensureIndexes(db, tenancyIndexes);
});
afterAll(async () => {
  await db.dropDatabase();
  await mongo.close();
});

beforeEach(async () => {
  clock = new FakeClock(NOW);
  store = new MongoKeyStore(db);
  ({ credential: owner, secretKey: ownerKey } = await newWorkspace());
});

async function newWorkspace(): Promise<{ credential: Credential; secretKey: string }> {
  tenants += 1;
  const created = await new CreateWorkspaceHandler(db, clock).handle(`tenant-${tenants}`, 'dev');
  if (!created.ok) throw new Error(created.error.detail);
  const { secretKey } = created.value;
  const verified = await instance().verify(secretKey);
  if (!verified.ok) throw new Error(verified.error.detail);
  return { credential: verified.value, secretKey };
}

/** What verifies keys in one instance of a gateway, with a memory of its own. */
const instance = (at: Clock = clock): CredentialVerifier => {
  const noTokens = { verify: () => Promise.reject(new Error('no token')) };
  return new CredentialVerifier(
    new CachedApiKeys(new MongoApiKeys(db), at),
    noTokens as never,
    at,
    new MongoKeyUses(db),
  );
};
const keyIdOf = (credential: Credential): string => ('keyId' in credential ? credential.keyId : '');
const create = (request: Parameters<CreateKeyHandler['handle']>[1], by = owner) =>
  new CreateKeyHandler(store, clock).handle(by, request);
const roll = (keyId: string, overlapSeconds: number, by = owner) =>
  new RollKeyHandler(store, clock).handle(by, { keyId, overlapSeconds });
const revoke = (keyId: string, force = false, workspace = owner.workspace) =>
  new RevokeKeyHandler(store, clock).handle({ workspace, keyId, force });

async function created(request: Parameters<typeof create>[0]): Promise<{ id: string; key: string }> {
  const minted = await create(request);
  if (!minted.ok) throw new Error(minted.error.detail);
  return { id: minted.value.document._id, key: minted.value.key };
}

describe('creating a key', () => {
  it('gives it the permissions of its kind', async () => {
    const secret = await created({ name: 'a', kind: 'secret' });
    const publishable = await created({ name: 'b', kind: 'publishable' });
    const restricted = await created({ name: 'c', kind: 'restricted', permissions: ['events:write'] });
    const verifier = instance();
    expect(await verifier.verify(secret.key)).toMatchObject({
      value: { kind: 'secret_key', permissions: KEY_PERMISSIONS },
    });
    expect(await verifier.verify(publishable.key)).toMatchObject({
      value: { kind: 'publishable_key', permissions: ['boards:read'] },
    });
    expect(await verifier.verify(restricted.key)).toMatchObject({
      value: { kind: 'restricted_key', permissions: ['events:write'], workspace: owner.workspace },
    });
  });

  it('gives no more than its maker has, by rolling neither', async () => {
    const { key } = await created({ name: 'minter', kind: 'restricted', permissions: ['keys:write', 'boards:read'] });
    const verified = await instance().verify(key);
    if (!verified.ok) throw new Error(verified.error.detail);
    const refused = { ok: false, error: { code: 'tenancy.permission_not_held' } };
    expect(await create({ name: 'more', kind: 'secret' }, verified.value)).toMatchObject(refused);
    expect(await roll(keyIdOf(owner), 0, verified.value)).toMatchObject(refused);
    expect((await create({ name: 'as much', kind: 'publishable' }, verified.value)).ok).toBe(true);
  });

  it('keeps no secret', async () => {
    const { key } = await created({ name: 'quiet', kind: 'publishable' });
    const stored = await db.collection(API_KEYS_COLLECTION).find().toArray();
    expect(JSON.stringify(stored)).not.toContain(key.split('_').at(-1));
  });
});

describe('a revoked key', () => {
  it('is refused by every instance within five seconds, though each has just used it', async () => {
    const { id, key } = await created({ name: 'leaked', kind: 'restricted', permissions: ['events:write'] });
    const instances = [instance(), instance()];
    for (const verifier of instances) expect((await verifier.verify(key)).ok).toBe(true);

    expect((await revoke(id)).ok).toBe(true);
    clock.advance(5 * SECOND_MS);

    for (const verifier of instances) {
      expect(await verifier.verify(key)).toMatchObject({ ok: false, error: { code: 'auth.invalid_credential' } });
    }
  });

  it('stays revoked as it was when it is revoked again', async () => {
    const { id } = await created({ name: 'twice', kind: 'publishable' });
    await revoke(id);
    clock.advance(SECOND_MS);
    expect((await revoke(id)).ok).toBe(true);
    expect(await store.find(owner.workspace, id)).toMatchObject({ revokedAt: NOW });
  });

  it('is not found by another workspace', async () => {
    const other = await newWorkspace();
    const refused = { ok: false, error: { code: 'tenancy.key_not_found' } };
    expect(await revoke(keyIdOf(owner), true, other.credential.workspace)).toMatchObject(refused);
    expect(await roll(keyIdOf(owner), 0, other.credential)).toMatchObject(refused);
    expect(await store.rename(other.credential.workspace, keyIdOf(owner), 'theirs')).toBeUndefined();
    expect((await instance().verify(ownerKey)).ok).toBe(true);
  });
});

describe('the last secret key of a workspace', () => {
  it('is revoked by force alone', async () => {
    await created({ name: 'not secret', kind: 'restricted', permissions: ['keys:write'] });
    await created({ name: 'ending', kind: 'secret', expiresAt: NOW + SECOND_MS });
    clock.advance(SECOND_MS);
    expect(await revoke(keyIdOf(owner))).toMatchObject({ ok: false, error: { code: 'tenancy.last_key' } });
    expect((await revoke(keyIdOf(owner), true)).ok).toBe(true);
  });

  it('is left when two are revoked at once', async () => {
    const { id } = await created({ name: 'second', kind: 'secret' });
    const revoked = await Promise.all([revoke(keyIdOf(owner)), revoke(id)]);
    expect(revoked.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it('is one that was made before there were kinds', async () => {
    await db
      .collection<ApiKeyDocument>(API_KEYS_COLLECTION)
      .updateOne({ _id: keyIdOf(owner) }, { $unset: { kind: 1 }, $set: { permissions: ['boards:read'] } });
    expect(await instance().verify(ownerKey)).toMatchObject({
      value: { kind: 'secret_key', permissions: KEY_PERMISSIONS },
    });
    expect(await revoke(keyIdOf(owner))).toMatchObject({ ok: false, error: { code: 'tenancy.last_key' } });
  });
});

describe('a rolled key', () => {
  it('works beside its successor until the overlap is over', async () => {
    const old = await created({ name: 'server', kind: 'restricted', permissions: ['events:write'] });
    const successor = await roll(old.id, 60);
    if (!successor.ok) throw new Error(successor.error.detail);
    const verifier = instance();

    clock.advance(60 * SECOND_MS - 1);
    expect((await verifier.verify(old.key)).ok).toBe(true);
    clock.advance(1);

    expect(await verifier.verify(old.key)).toMatchObject({ ok: false, error: { code: 'auth.expired_key' } });
    expect(await verifier.verify(successor.value.key)).toMatchObject({
      ok: true,
      value: { kind: 'restricted_key', permissions: ['events:write'] },
    });
    expect(await store.find(owner.workspace, old.id)).toMatchObject({ rolledTo: successor.value.document._id });
  });

  it('ends no later than it would have', async () => {
    const { id } = await created({ name: 'ending', kind: 'publishable', expiresAt: NOW + 5 });
    await roll(id, 60);
    expect(await store.find(owner.workspace, id)).toMatchObject({ expiresAt: NOW + 5 });
  });

  it('has one successor, however many ask at once', async () => {
    const { id } = await created({ name: 'crowd', kind: 'publishable' });
    const rolled = await Promise.all(Array.from({ length: 5 }, () => roll(id, 60)));
    expect(rolled.filter(({ ok }) => ok)).toHaveLength(1);
    expect(rolled.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'tenancy.key_not_active' } });
    const page = await store.list(owner.workspace, 100);
    expect(page.ok && page.value.entries.filter(({ name }) => name === 'crowd')).toHaveLength(2);
  });
});

describe('the list of keys', () => {
  it('goes through all of a workspace, newest first, and back', async () => {
    for (let index = 0; index < 4; index += 1) {
      clock.advance(1);
      await created({ name: `key ${index}`, kind: 'publishable' });
    }
    const names: (string | undefined)[] = [];
    let cursor: string | undefined;
    let prev: string | null = null;
    do {
      const page = await store.list(owner.workspace, 2, cursor);
      if (!page.ok) throw new Error(page.error.detail);
      names.push(...page.value.entries.map(({ name }) => name));
      ({ prev } = page.value);
      cursor = page.value.next ?? undefined;
    } while (cursor !== undefined);
    expect(names).toEqual(['key 3', 'key 2', 'key 1', 'key 0', undefined]);
    const back = await store.list(owner.workspace, 2, prev ?? '');
    expect(back.ok && back.value.entries.map(({ name }) => name)).toEqual(['key 1', 'key 0']);
  });

  it('takes no cursor of another workspace', async () => {
    const { credential } = await newWorkspace();
    await created({ name: 'second', kind: 'publishable' });
    const page = await store.list(owner.workspace, 1);
    const foreign = await store.list(credential.workspace, 1, page.ok ? (page.value.next ?? '') : '');
    expect(foreign).toMatchObject({ ok: false, error: { code: 'http.invalid_input' } });
  });
});

describe('the last use of a key', () => {
  it('is kept by the minute, by the latest of all instances', async () => {
    const uses = new MongoKeyUses(db);
    const id = keyIdOf(owner);
    for (const minute of [NOW, NOW + 60_000, NOW]) await uses.note(id, minute);
    expect(await store.find(owner.workspace, id)).toMatchObject({ lastUsedAt: NOW + 60_000 });
  });
});
