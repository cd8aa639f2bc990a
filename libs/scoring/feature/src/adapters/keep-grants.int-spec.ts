import {
  EVENTS_PARTITIONS,
  GRANTS_COLLECTION,
  type GrantDocument,
  PLAYERS_COLLECTION,
  type PlayerDocument,
  grantDocumentId,
  payGrantCommandId,
  playerDocumentId,
  releaseDocumentId,
  revokeGrantCommandId,
  topicNames,
} from '@laurel/contracts';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { releaseProgram } from '@laurel/releases-domain';
import { silentLog, testServers, uniqueTestScope } from '@laurel/testing';
import { PartitionLog, ScoringInstance, storeRelease } from '../scoring-instance.builder.js';
import { scoringIndexes } from './scoring.indexes.js';

const WORKSPACE = 'ws_1';
const GRANT = 'gr_1';
const PARTS = [{ currency: 'coins', amount: 50 }, { title: 'champion' }];

let mongo: Awaited<ReturnType<typeof connectMongo>>;
let database: string;
let log: PartitionLog;
const db = () => mongo.getClient().db(database);

beforeEach(async () => {
  database = uniqueTestScope().database;
  mongo = await connectMongo({ url: testServers().mongoUrl, database });
  await ensureIndexes(db(), scoringIndexes);
  await storeRelease(db(), {
    ...{ _id: releaseDocumentId(WORKSPACE, 1), workspace: WORKSPACE, release: 1, note: '', author: 'key_spec' },
    program: releaseProgram({ stats: [], rules: [], leaderboards: [] }, undefined, 1),
    ...{ publishedAt: 0, announcedAt: 0 },
  });
  log = new PartitionLog();
  log.append({ v: 1, kind: 'release', workspace: WORKSPACE, release: 1 });
});
afterEach(async () => {
  await db().dropDatabase();
  await mongo.close();
});

const command = (more: object) =>
  log.append({ v: 1, kind: 'command', workspace: WORKSPACE, playerId: 'anna', by: 'key_1', receivedAt: 5, ...more });
const pay = (attempt = 1) =>
  command({
    ...{ command: 'pay_grant', commandId: payGrantCommandId(GRANT, attempt), grant: GRANT, attempt, parts: PARTS },
  });
const revoke = () =>
  command({
    ...{ command: 'revoke_grant', commandId: revokeGrantCommandId(GRANT, 1), grant: GRANT, attempt: 1, parts: PARTS },
    ...{ paidFor: 5, reason: 'a mistake' },
  });
const setStatus = (status: string, commandId: string) =>
  command({ command: 'player_status', commandId, status, reason: 'x' });

async function take(): Promise<void> {
  const scoring = new ScoringInstance(db(), log, topicNames('spec.'), silentLog, EVENTS_PARTITIONS - 1);
  await scoring.assigned();
  await scoring.takeAll();
}

const grants = () => db().collection<GrantDocument>(GRANTS_COLLECTION);
const grant = () => grants().findOne({ _id: grantDocumentId(WORKSPACE, GRANT) });
const anna = () =>
  db()
    .collection<PlayerDocument>(PLAYERS_COLLECTION)
    .findOne({ _id: playerDocumentId(WORKSPACE, 'anna') });
const given = (more: Partial<GrantDocument> = {}) =>
  grants().insertOne({
    ...{ _id: grantDocumentId(WORKSPACE, GRANT), workspace: WORKSPACE, grantId: GRANT, schedule: 'prizes@1' },
    ...{ board: 'top@1', window: '2026-W01', part: '', playerId: 'anna', tier: 'gold', rank: 1, score: 9 },
    ...{ rewards: ['r'], parts: PARTS, state: 'approved', attempt: 1, dueAt: 7, createdAt: 1, updatedAt: 1 },
    ...more,
  });

describe('the grant of a payment', () => {
  it('is granted in the transaction that pays it, and paid once however often it is ordered', async () => {
    await given();
    pay();
    pay();
    await take();

    expect(await grant()).toMatchObject({ state: 'granted', paidFor: 5 });
    expect(await grant()).not.toHaveProperty('dueAt');
    expect(await anna()).toMatchObject({ balances: { coins: 50 }, titles: { champion: 1 } });
  });

  it('is claimed where it was to be claimed', async () => {
    await given({ state: 'granted', claimMs: 1_000, claimBy: 2_000, claimedAt: 1_500 });
    pay();
    await take();

    expect(await grant()).toMatchObject({ state: 'claimed' });
  });

  it('fails with the cause where it is refused, is due again, and the next attempt pays it', async () => {
    await given();
    setStatus('suspended', 'laurel.player.s1');
    pay();
    await take();
    expect(await grant()).toMatchObject({ state: 'failed', cause: { code: 'scoring.player_not_active' } });
    expect((await grant())?.dueAt).toBeGreaterThan(Date.now());

    expect(await grant()).toMatchObject({ attempt: 2, failures: 1 });
    setStatus('active', 'laurel.player.s2');
    pay(1);
    pay(2);
    await take();
    expect(await grant()).toMatchObject({ state: 'granted', attempt: 2 });
    expect(await anna()).toMatchObject({ balances: { coins: 50 } });
  });

  it('is not due by itself any more after the fifth failure', async () => {
    await given({ attempt: 5, failures: 4 });
    setStatus('banned', 'laurel.player.s1');
    pay(5);
    await take();

    expect(await grant()).toMatchObject({ state: 'failed' });
    expect(await grant()).not.toHaveProperty('dueAt');
  });

  it('is revoked in the transaction that takes it back', async () => {
    await given({ revocation: { reason: 'a mistake', by: 'key_1', attempt: 1 } });
    pay();
    revoke();
    revoke();
    await take();

    expect(await grant()).toMatchObject({ state: 'revoked' });
    expect(await anna()).toMatchObject({ balances: { coins: 0 } });
    expect(await anna()).not.toHaveProperty('titles');
  });

  it('stays, with the cause, where it can’t be taken back', async () => {
    await given({ revocation: { reason: 'a mistake', by: 'key_1', attempt: 1 } });
    pay();
    command({ command: 'merge_player', commandId: 'laurel.player.m', into: 'bea', reason: 'x' });
    revoke();
    await take();

    expect(await grant()).toMatchObject({ state: 'granted', cause: { code: 'scoring.player_merged' } });
  });

  it('is due to be taken back where it was given up, and a payment that had failed is carried out after all', async () => {
    await given({ state: 'revoked', failures: 1, revocation: { reason: 'a mistake', by: 'key_1', attempt: 1 } });
    pay();
    await take();
    expect((await grant())?.dueAt).toBeGreaterThan(7);
    expect(await grant()).toMatchObject({ state: 'granted', paidFor: 5 });
    revoke();
    await take();

    expect(await grant()).toMatchObject({ state: 'revoked' });
    expect(await grant()).not.toHaveProperty('dueAt');
    expect(await anna()).toMatchObject({ balances: { coins: 0 } });
  });

  it('stays given up where its payment is refused once more', async () => {
    await given({ state: 'revoked', failures: 1, revocation: { reason: 'a mistake', by: 'key_1', attempt: 1 } });
    setStatus('suspended', 'laurel.player.s1');
    pay();
    await take();

    expect(await grant()).toMatchObject({ state: 'revoked' });
    expect(await grant()).not.toHaveProperty('dueAt');
  });

  it('makes no grant of an order that there is none of', async () => {
    pay();
    await take();

    expect(await grants().countDocuments()).toBe(0);
  });
});
