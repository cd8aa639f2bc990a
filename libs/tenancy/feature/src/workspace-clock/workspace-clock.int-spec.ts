import { EVENTS_PARTITIONS, topicNames } from '@laurel/contracts';
import { err, ok } from '@laurel/kernel';
import { EVENT_PAGES_COLLECTION } from '@laurel/platform-event-store';
import { type OutgoingMessage, kafkaErrors } from '@laurel/platform-kafka';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { FakeClock, testServers, uniqueTestScope } from '@laurel/testing';
import type { Db } from 'mongodb';
import { tenancyIndexes } from '../adapters/tenancy.indexes.js';
import { CreateWorkspaceHandler } from '../create-workspace/create-workspace.handler.js';
import { AnnounceClocksHandler } from './announce-clocks.handler.js';
import { MoveClockHandler } from './move-clock.handler.js';
import { RecentWorkspaceClocks } from './recent-workspace-clocks.js';
import { MongoWorkspaceClockStore } from './workspace-clock.store.mongo.js';

const NOW = Date.UTC(2026, 10, 21);
const AUGUST = Date.UTC(2014, 7, 16);
const HOUR_MS = 3_600_000;

let mongo: Awaited<ReturnType<typeof connectMongo>>;
let db: Db;
let clock: FakeClock;
let store: MongoWorkspaceClockStore;
let announcer: AnnounceClocksHandler;
let handler: MoveClockHandler;
let log: OutgoingMessage[];
let isLogAway: boolean;
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

beforeEach(() => {
  clock = new FakeClock(NOW);
  [log, isLogAway] = [[], false];
  store = new MongoWorkspaceClockStore(db);
  const send = (_topic: string, messages: readonly OutgoingMessage[]) => {
    if (isLogAway) return Promise.resolve(err(kafkaErrors.unavailable('It is away.')));
    log.push(...messages);
    return Promise.resolve(ok(messages.map(({ partition = 0 }) => ({ partition, offset: 0 }))));
  };
  announcer = new AnnounceClocksHandler(store, { send }, topicNames('laurel.'));
  handler = new MoveClockHandler(store, announcer, clock);
});

async function newWorkspace(environment = 'dev'): Promise<string> {
  tenants += 1;
  const created = await new CreateWorkspaceHandler(db, clock).handle(`clocks-${tenants}`, environment);
  if (!created.ok) throw new Error(created.error.detail);
  return created.value.workspace.id;
}

const set = (workspace: string, now: number) => handler.move(workspace, { kind: 'set', now });
const advance = (workspace: string, byMs: number) => handler.move(workspace, { kind: 'advance', byMs });
const told = (): number[] => log.map(({ value }) => (JSON.parse(value) as { offsetMs: number }).offsetMs);

describe('the clock of a dev workspace', () => {
  it('is that of the world until it is set, and then goes on from there', async () => {
    const workspace = await newWorkspace();
    expect(await handler.read(workspace)).toEqual({ now: NOW, offsetMs: 0, announced: true });

    await set(workspace, AUGUST);
    clock.advance(500);

    const offsetMs = AUGUST - NOW;
    expect(await handler.read(workspace)).toEqual({ now: AUGUST + 500, offsetMs, announced: true });
    expect(await new RecentWorkspaceClocks(store, clock).offsetMs(workspace)).toBe(offsetMs);
  });

  it('is told to every partition each time it moves', async () => {
    const workspace = await newWorkspace();
    await set(workspace, AUGUST);
    expect(log.map(({ partition }) => partition)).toEqual(Array.from({ length: EVENTS_PARTITIONS }, (_, each) => each));
    expect(JSON.parse(log[0]?.value ?? '')).toEqual({ v: 1, kind: 'clock', workspace, offsetMs: AUGUST - NOW });
    expect(await advance(workspace, HOUR_MS)).toMatchObject({
      ok: true,
      value: { before: { now: AUGUST }, after: { now: AUGUST + HOUR_MS } },
    });
    expect(new Set(told())).toEqual(new Set([AUGUST - NOW, AUGUST - NOW + HOUR_MS]));
  });

  it('counts though the log is away, and is told to it later', async () => {
    const workspace = await newWorkspace();
    isLogAway = true;
    expect(await set(workspace, AUGUST)).toMatchObject({ value: { after: { now: AUGUST, announced: false } } });
    isLogAway = false;
    await announcer.handle();
    expect(new Set(told())).toEqual(new Set([AUGUST - NOW]));
    expect(await handler.read(workspace)).toMatchObject({ announced: true });
    expect(await store.unannounced()).toEqual([]);
  });

  it('goes by all steps that are made at a time', async () => {
    const workspace = await newWorkspace();
    await Promise.all(Array.from({ length: 8 }, () => advance(workspace, HOUR_MS)));
    expect(await handler.read(workspace)).toMatchObject({ now: NOW + 8 * HOUR_MS, announced: true });
  });

  it('goes back no more once something is recorded, nor once it was set', async () => {
    const [recorded, moved] = [await newWorkspace(), await newWorkspace()];
    await db.collection(EVENT_PAGES_COLLECTION).insertOne({ workspace: recorded, to: NOW });
    await set(moved, AUGUST);
    expect(await set(recorded, AUGUST)).toMatchObject({ error: { code: 'tenancy.clock_backwards' } });
    expect(await set(moved, AUGUST - 1)).toMatchObject({ error: { code: 'tenancy.clock_backwards' } });
    expect(await set(recorded, NOW + HOUR_MS)).toMatchObject({ value: { after: { now: NOW + HOUR_MS } } });
  });

  it.each(['staging', 'live'])('is refused to a workspace for %s', async (environment) => {
    const workspace = await newWorkspace(environment);
    expect(await advance(workspace, HOUR_MS)).toMatchObject({ error: { code: 'tenancy.clock_not_allowed' } });
    expect(await new RecentWorkspaceClocks(store, clock).offsetMs(workspace)).toBe(0);
  });
});
