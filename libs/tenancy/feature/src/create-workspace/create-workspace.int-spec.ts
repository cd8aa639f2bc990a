import { systemClock } from '@laurel/kernel';
import { type ApiKeys, CredentialVerifier, KEY_PERMISSIONS, readSecretKey } from '@laurel/platform-auth';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { testServers, uniqueTestScope } from '@laurel/testing';
import type { Db } from 'mongodb';
import { MongoApiKeys } from '../adapters/api-keys.mongo.js';
import { API_KEYS_COLLECTION, type ApiKeyDocument } from '../adapters/tenancy.documents.js';
import { tenancyIndexes } from '../adapters/tenancy.indexes.js';
import { type CreatedWorkspace, CreateWorkspaceHandler } from './create-workspace.handler.js';

describe('creating a workspace', () => {
  let mongo: Awaited<ReturnType<typeof connectMongo>>;
  let db: Db;
  let handler: CreateWorkspaceHandler;
  let keys: ApiKeys;

  beforeAll(async () => {
    const { database } = uniqueTestScope();
    mongo = await connectMongo({ url: testServers().mongoUrl, database });
    db = mongo.getClient().db(database);
    await ensureIndexes(db, tenancyIndexes);
    handler = new CreateWorkspaceHandler(db, systemClock);
    keys = new MongoApiKeys(db);
  });
  afterAll(async () => {
    await db.dropDatabase();
    await mongo.close();
  });

  async function create(tenant: string, environment = 'dev'): Promise<CreatedWorkspace> {
    const created = await handler.handle(tenant, environment);
    if (!created.ok) throw new Error(created.error.detail);
    return created.value;
  }

  const verify = (secretKey: string) => {
    const verifier = new CredentialVerifier(keys, { verify: () => Promise.reject(new Error('no token')) } as never);
    return verifier.verify(secretKey);
  };

  it('mints a key that proves the workspace, with every permission', async () => {
    const { workspace, secretKey } = await create('acme');
    expect(workspace).toEqual({ id: expect.stringMatching(/^ws_/), tenant: 'acme', environment: 'dev' });
    expect(await verify(secretKey)).toEqual({
      ok: true,
      value: {
        kind: 'secret_key',
        workspace: workspace.id,
        keyId: readSecretKey(secretKey)?.keyId,
        permissions: KEY_PERMISSIONS,
      },
    });
  });

  it('finds the workspace when it exists, and mints another key', async () => {
    const [first, second] = [await create('twice'), await create('twice')];
    expect(second.workspace).toEqual(first.workspace);
    expect(second.secretKey).not.toBe(first.secretKey);
    expect((await verify(first.secretKey)).ok).toBe(true);
  });

  it('makes one workspace of many calls at a time', async () => {
    const created = await Promise.all(Array.from({ length: 8 }, () => create('crowd')));
    expect(new Set(created.map(({ workspace }) => workspace.id)).size).toBe(1);
  });

  it('keeps environments apart, and marks the keys of live', async () => {
    const [dev, live] = [await create('both', 'dev'), await create('both', 'live')];
    expect(dev.workspace.id).not.toBe(live.workspace.id);
    expect([dev.secretKey.slice(0, 9), live.secretKey.slice(0, 9)]).toEqual(['lrl_test_', 'lrl_live_']);
  });

  it('keeps no secret', async () => {
    const { secretKey } = await create('quiet');
    const stored = await db.collection(API_KEYS_COLLECTION).find().toArray();
    expect(JSON.stringify(stored)).not.toContain(readSecretKey(secretKey)?.secret);
  });

  it('no longer finds a key that was revoked', async () => {
    const { secretKey } = await create('gone');
    const _id = readSecretKey(secretKey)?.keyId ?? '';
    await db.collection<ApiKeyDocument>(API_KEYS_COLLECTION).updateOne({ _id }, { $set: { revokedAt: 1 } });
    expect(await keys.find(_id)).toBeUndefined();
  });
});
