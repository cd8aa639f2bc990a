import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { FakeClock, testServers, uniqueTestScope } from '@laurel/testing';
import type { Db } from 'mongodb';
import { tenancyIndexes } from '../../adapters/tenancy.indexes.js';
import { CreateWorkspaceHandler } from '../../create-workspace/create-workspace.handler.js';
import { MongoOperatorStore } from '../adapters/operator-store.mongo.js';
import { isPasswordTokenOf, readPasswordToken } from '../password-token.js';
import { SetPasswordHandler } from '../set-password/set-password.handler.js';
import { CreateOwnerHandler } from './create-owner.handler.js';

const DAY_MS = 86_400_000;

let mongo: Awaited<ReturnType<typeof connectMongo>>;
let db: Db;
const clock = new FakeClock(Date.UTC(2026, 10, 21));

beforeAll(async () => {
  const { database } = uniqueTestScope();
  mongo = await connectMongo({ url: testServers().mongoUrl, database });
  db = mongo.getClient().db(database);
  await ensureIndexes(db, tenancyIndexes);
  for (const tenant of ['acme', 'other']) await new CreateWorkspaceHandler(db, clock).handle(tenant, 'dev');
});
afterAll(async () => {
  await db.dropDatabase();
  await mongo.close();
});

const create = (tenant: string, email: string) => new CreateOwnerHandler(db, clock).handle(tenant, email, 'Ann');

async function tokenOf(tenant: string, email: string): Promise<string> {
  const created = await create(tenant, email);
  if (!created.ok) throw new Error(created.error.detail);
  return created.value.passwordToken;
}

describe('an owner from the command line', () => {
  it('is an operator of the whole tenant, who sets a password within a day', async () => {
    const token = await tokenOf('acme', 'Ann@Example.com');
    const operator = await new MongoOperatorStore(db).byEmail('ann@example.com');
    const hash = readPasswordToken(token)?.hash ?? '';
    expect(operator).toMatchObject({ tenant: 'acme', roles: { tenant: 'owner' }, passwordHash: null });
    const isGoodAt = (now: number) => operator !== undefined && isPasswordTokenOf(operator, hash, now);
    expect([isGoodAt(clock.now() + DAY_MS - 1), isGoodAt(clock.now() + DAY_MS)]).toEqual([true, false]);
  });

  it('is let in again, without a second factor, who lost everything', async () => {
    const first = await tokenOf('acme', 'lost@example.com');
    const store = new MongoOperatorStore(db);
    const operator = await store.byEmail('lost@example.com');
    if (!operator) throw new Error('there is no owner');
    const totp = { secret: 'sealed', isConfirmed: true, lastStep: 0 };
    await db
      .collection<{ _id: string }>('operators')
      .updateOne({ _id: operator._id }, { $set: { isDisabled: true, roles: { tenant: 'support' }, totp } });

    const second = await tokenOf('acme', 'lost@example.com');

    const now = await store.byId(operator._id);
    expect(now).toMatchObject({ isDisabled: false, roles: { tenant: 'owner' }, version: operator.version + 1 });
    expect(now).not.toHaveProperty('totp');
    const setPassword = new SetPasswordHandler(store, clock);
    expect((await setPassword.handle(first, 'a long enough password')).ok).toBe(false);
    expect((await setPassword.handle(second, 'a long enough password')).ok).toBe(true);
  });

  it('needs a tenant, and an address that no operator of another has', async () => {
    expect(await create('nobody', 'x@example.com')).toMatchObject({ error: { code: 'operators.not_found' } });
    await tokenOf('acme', 'taken@example.com');
    expect(await create('other', 'taken@example.com')).toMatchObject({ error: { code: 'operators.email_in_use' } });
  });
});
