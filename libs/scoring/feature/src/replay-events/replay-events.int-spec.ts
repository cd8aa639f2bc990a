import { type CommandMessage, type EventMessage, voidCommandId } from '@laurel/contracts';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { testServers, uniqueTestScope } from '@laurel/testing';
import { scoringIndexes } from '../adapters/scoring.indexes.js';
import { CommittedHistory } from '../verify-state/committed-history.builder.js';
import { ReplayEventsHandler, type ReplayRequest } from './replay-events.handler.js';

const WORKSPACE = 'ws_ours';
/** There anna scored twice, and one of them was taken back. */
const VOIDS = 'ws_voids';
const NOW = Date.parse('2026-11-20T12:00:00Z');
const FOREVER = Number.MAX_SAFE_INTEGER;

const program = (points: number, rule = 'score') => ({
  stats: [{ key: 'points', aggregation: 'sum' as const }],
  rules: [
    {
      key: rule,
      on: ['scored'],
      then: [
        { effect: 'record' as const, stat: 'points', amount: points },
        { effect: 'award' as const, currency: 'coins', amount: 1 },
      ],
    },
  ],
  leaderboards: [
    {
      key: 'top',
      source: { stat: 'points' },
      aggregation: 'sum' as const,
      order: 'desc' as const,
      windows: [{ kind: 'all' as const }],
    },
  ],
});

const { database } = uniqueTestScope();
let mongo: Awaited<ReturnType<typeof connectMongo>>;
let handler: ReplayEventsHandler;
/** Before it each player scored twice under release 1; from it on anna three times and bea once under release 2. */
let middle: number;

const db = () => mongo.getClient().db(database);

const event = (playerId: string, eventId: string, workspace = WORKSPACE): EventMessage => ({
  v: 1,
  kind: 'event',
  workspace,
  eventId,
  type: 'scored',
  playerId,
  occurredAt: NOW,
  receivedAt: NOW,
  properties: {},
});

beforeAll(async () => {
  mongo = await connectMongo({ url: testServers().mongoUrl, database });
  await ensureIndexes(db(), scoringIndexes);
  const history = new CommittedHistory(db(), NOW);
  await history.release(WORKSPACE, 1, program(1));
  await history.send(['anna', 'bea', 'carl'].flatMap((player) => [event(player, 'e1'), event(player, 'e2')]));
  middle = history.time + 1;
  await history.release(WORKSPACE, 2, program(2, 'score-double'), program(1));
  await history.send([event('anna', 'e3'), event('anna', 'e4'), event('anna', 'e5'), event('bea', 'e3')]);
  await history.send([event('anna', 'e5')]);
  await history.release(WORKSPACE, 3, program(10, 'score-much'), program(1));
  await history.release(VOIDS, 1, program(1));
  await history.send([event('anna', 'e1', VOIDS), event('anna', 'e2', VOIDS)]);
  await history.release(VOIDS, 2, program(5), program(1));
  await history.send([VOID]);
});

afterAll(async () => {
  await db().dropDatabase();
  await mongo.close();
});

beforeEach(() => (handler = new ReplayEventsHandler(db())));

const VOID: CommandMessage = {
  v: 1,
  kind: 'command',
  command: 'void',
  workspace: VOIDS,
  playerId: 'anna',
  commandId: voidCommandId('e1'),
  target: 'e1',
  reason: 'a test',
  by: 'key_spec',
  receivedAt: NOW,
};

const EVERYTHING: ReplayRequest = {
  workspace: WORKSPACE,
  from: 0,
  to: FOREVER,
  release: 3,
  top: 2,
  playersInMemory: 1_000,
};

async function replay(more: Partial<ReplayRequest> = {}) {
  const result = await handler.replay({ ...EVERYTHING, ...more }, () => undefined);
  if (!result.ok) throw new Error(`release ${result.error.release} is not stored`);
  return result.value;
}

describe('replaying recorded events by another release', () => {
  it('tells what they led to then, and what they would have led to', async () => {
    const { before, after, ...result } = await replay();

    expect(result).toMatchObject({ events: 10, players: 3, releases: [1, 2], comparedWith: 2 });
    expect(Object.fromEntries(before.hits)).toEqual({ score: 6, 'score-double': 4 });
    expect(Object.fromEntries(after.hits)).toEqual({ 'score-much': 10 });
    expect([before.recorded.get('points'), after.recorded.get('points')]).toEqual([14, 100]);
    expect([before.awarded.get('coins'), after.awarded.get('coins')]).toEqual([10, 10]);
    expect(result.tops).toMatchObject([
      {
        board: 'top',
        window: 'all',
        before: [
          { playerId: 'anna', score: 8 },
          { playerId: 'bea', score: 4 },
        ],
        after: [
          { playerId: 'anna', score: 50 },
          { playerId: 'bea', score: 30 },
        ],
      },
    ]);
    expect(result.movements).toEqual([
      {
        kind: 'stat',
        key: 'points',
        gains: [
          { playerId: 'anna', before: 8, after: 50 },
          { playerId: 'bea', before: 4, after: 30 },
        ],
        losses: [],
      },
    ]);
  });

  it('starts from what the history before the range led to, by the releases of its time', async () => {
    const result = await replay({ from: middle });

    expect(result).toMatchObject({ events: 4, players: 2, releases: [2] });
    expect(result.tops[0]?.after).toMatchObject([
      { playerId: 'anna', score: 32 },
      { playerId: 'bea', score: 12 },
    ]);
  });

  it('ends with the range', async () => {
    const result = await replay({ to: middle, release: 1 });

    expect(result).toMatchObject({ events: 6, releases: [1], movements: [] });
    expect(result.tops[0]?.before).toEqual(result.tops[0]?.after);
  });

  it('is the same with few players in memory', async () => {
    expect(await replay({ playersInMemory: 1 })).toEqual(await replay());
  });

  it('differs in nothing under the release that decided', async () => {
    const { before, after, movements } = await replay({ from: middle, release: 2 });

    expect(after).toEqual(before);
    expect(movements).toEqual([]);
  });

  it('has nothing to tell of a range without events', async () => {
    expect(await replay({ from: 1, to: 2 })).toMatchObject({ events: 0, players: 0, releases: [], movements: [] });
  });

  it('takes back what was taken back', async () => {
    const { before, after, tops } = await replay({ workspace: VOIDS, release: 2 });

    expect([before.awarded.get('coins'), after.awarded.get('coins')]).toEqual([1, 1]);
    expect(tops).toMatchObject([{ before: [{ playerId: 'anna', score: 1 }], after: [{ playerId: 'anna', score: 5 }] }]);
  });

  it('writes nothing', async () => {
    const contentOf = async () => {
      const collections = await db().collections();
      const texts = await Promise.all(
        collections.map(async (collection) => [collection.collectionName, await collection.find().toArray()]),
      );
      return JSON.stringify(texts.sort());
    };
    const before = await contentOf();

    await replay();

    expect(await contentOf()).toBe(before);
  });

  it('says that a release is not stored', async () => {
    expect(await handler.replay({ ...EVERYTHING, release: 9 }, () => undefined)).toEqual({
      ok: false,
      error: { release: 9 },
    });
  });
});
