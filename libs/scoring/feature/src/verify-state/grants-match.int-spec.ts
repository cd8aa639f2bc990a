import {
  GRANTS_COLLECTION,
  type GrantDocument,
  type PayGrantCommand,
  grantDocumentId,
  payGrantCommandId,
} from '@laurel/contracts';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { testServers, uniqueTestScope } from '@laurel/testing';
import { scoringIndexes } from '../adapters/scoring.indexes.js';
import { CommittedHistory } from './committed-history.builder.js';
import { Differences } from './difference.js';
import { VerifyStateHandler } from './verify-state.handler.js';

const WORKSPACE = 'ws_1';
const PARTS = [{ currency: 'coins', amount: 50 }];

let mongo: Awaited<ReturnType<typeof connectMongo>>;
let db: ReturnType<ReturnType<typeof mongo.getClient>['db']>;
let history: CommittedHistory;

const grants = () => db.collection<GrantDocument>(GRANTS_COLLECTION);
const add = (grantId: string, more: Partial<GrantDocument> = {}) =>
  grants().insertOne({
    ...{ _id: grantDocumentId(WORKSPACE, grantId), workspace: WORKSPACE, grantId, schedule: 'prizes@1' },
    ...{ board: 'top@1', window: grantId, part: '', playerId: 'anna', tier: 'gold', rank: 1, score: 9 },
    ...{ rewards: ['r'], parts: PARTS, state: 'approved', attempt: 1, createdAt: 1, updatedAt: 1 },
    ...more,
  });
const pay = (grant: string, attempt = 1): PayGrantCommand => ({
  ...{ v: 1, kind: 'command', command: 'pay_grant', workspace: WORKSPACE, playerId: 'anna', by: 'prizes@1' },
  ...{ commandId: payGrantCommandId(grant, attempt), grant, attempt, parts: PARTS, receivedAt: 1_000 },
});

beforeAll(async () => {
  const { database } = uniqueTestScope();
  mongo = await connectMongo({ url: testServers().mongoUrl, database });
  db = mongo.getClient().db(database);
  await ensureIndexes(db, scoringIndexes);
  history = new CommittedHistory(db, 1_000);
  await history.release(WORKSPACE, 1, { stats: [], rules: [], leaderboards: [] });
  for (const id of ['g1', 'g2', 'g3']) await add(id);
  await history.send([pay('g1'), pay('g1'), pay('g2')]);
});
afterAll(async () => {
  await db.dropDatabase();
  await mongo.close();
});

async function verify() {
  const differences = new Differences(50);
  const scope = { workspaces: new Set([WORKSPACE]), playersInMemory: 1_000 };
  await new VerifyStateHandler(db).verify(scope, differences, () => undefined);
  return differences.list.map(({ check, what, expected, found }) => `${check} ${what}: ${expected}, ${found}`);
}

describe('verifying grants', () => {
  it('finds nothing where each payment has its grant, and each paid grant its payment', async () => {
    expect(await verify()).toEqual([]);
  });

  it('finds a grant that says that it was paid, and was not', async () => {
    await grants().updateOne({ grantId: 'g3' }, { $set: { state: 'granted', paidAt: 9 } });
    expect(await verify()).toEqual(['grants grant g3: a recorded payment, none']);
    await grants().updateOne({ grantId: 'g3' }, { $set: { state: 'approved' }, $unset: { paidAt: 1 } });
  });

  it('finds a payment of a grant that does not say so, or is not there', async () => {
    await grants().updateOne({ grantId: 'g1' }, { $set: { state: 'failed' }, $unset: { paidAt: 1 } });
    expect(await verify()).toEqual(['grants grant g1: a grant that is paid, failed']);
    await grants().deleteOne({ grantId: 'g1' });
    expect(await verify()).toEqual(['grants grant g1: a grant that is paid, no grant']);
    await add('g1', { state: 'granted', paidAt: 9 });
  });

  it('finds two grants for one cause', async () => {
    await add('g4', { window: 'g2' });
    expect(await verify()).toEqual(['grants grant g4: one grant for its cause, a second one']);
    await grants().deleteOne({ grantId: 'g4' });
  });

  it('finds a grant that was paid twice', async () => {
    await grants().updateOne({ grantId: 'g2' }, { $set: { attempt: 2 } });
    await history.send([pay('g2', 2)]);
    expect(await verify()).toEqual(['grants grant g2: paid once, paid 2 times']);
  });
});
