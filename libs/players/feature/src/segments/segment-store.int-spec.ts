import {
  PLAYERS_COLLECTION,
  type PlayerDocument,
  RELEASES_COLLECTION,
  playerDocumentId,
  playerFacets,
} from '@laurel/contracts';
import { connectMongo } from '@laurel/platform-mongo';
import { type SegmentDefinition, type StatDefinition, compileSegment } from '@laurel/rules-domain';
import { testServers, uniqueTestScope } from '@laurel/testing';
import type { Db } from 'mongodb';
import { MongoSegmentStore } from './segment-store.mongo.js';

const XP: StatDefinition = { key: 'xp', aggregation: 'sum', incarnation: 2 };
const segment = (when: SegmentDefinition['when']) => compileSegment({ key: 's', when }, { stats: [XP] });
const BRAZIL = segment({ attribute: 'country', op: 'eq', value: 'BR' });
const FIVE = segment({
  all: [
    { attribute: 'level', op: 'eq', value: 5 },
    { stat: 'xp', op: 'gte', value: 0 },
  ],
});
const RICH = segment({ any: [{ stat: 'xp', op: 'gte', value: 190 }, { cel: 'player.balances.coins > 0' }] });
const NOW = 1_000;

function document(workspace: string, number: number): PlayerDocument {
  const profile = { attributes: { country: number % 2 === 0 ? 'BR' : 'DE', level: number < 10 ? '5' : 5 } };
  const playerId = `p${String(number).padStart(3, '0')}`;
  return {
    _id: playerDocumentId(workspace, playerId),
    workspace,
    playerId,
    partition: 1,
    stats: { 'xp@1': { value: 1_000, at: 0 }, 'xp@2': { value: number, at: 0 } },
    balances: number === 7 ? { coins: 1 } : {},
    boards: {},
    profile,
    facets: playerFacets({ profile }),
    createdAt: 0,
    updatedAt: 0,
  };
}

describe('segments in MongoDB', () => {
  const { database } = uniqueTestScope();
  let connection: Awaited<ReturnType<typeof connectMongo>>;
  let db: Db;
  let store: MongoSegmentStore;

  beforeAll(async () => {
    connection = await connectMongo({ url: testServers().mongoUrl, database });
    db = connection.getClient().db(database);
    store = new MongoSegmentStore(db);
    await db
      .collection<PlayerDocument>(PLAYERS_COLLECTION)
      .insertMany([
        ...Array.from({ length: 200 }, (_, index) => document('ws_1', index)),
        document('ws_2', 0),
        document('ws_1\u{10ffff}', 0),
        { ...document('ws_3', 0), profile: {}, facets: [] },
      ]);
  });

  afterAll(async () => {
    await connection.getClient().db(database).dropDatabase();
    await connection.close();
  });

  it('are counted exactly, alone and together, in their workspace', async () => {
    for (const [one, count] of [
      [BRAZIL, 100],
      [FIVE, 190],
      [RICH, 11],
    ] as const) {
      expect(await store.count('ws_1', [one], NOW, 60_000)).toEqual([count]);
    }
    expect(await store.count('ws_1', [BRAZIL, FIVE, RICH], NOW, 60_000)).toEqual([100, 190, 11]);
    expect(await store.count('ws_2', [BRAZIL, FIVE, RICH], NOW, 60_000)).toEqual([1, 0, 0]);
    expect(await store.count('ws_3', [BRAZIL, FIVE, RICH], NOW, 60_000)).toEqual([0, 0, 0]);
    expect(await store.count('ws_1', [], NOW, 60_000)).toEqual([]);
  });

  it('are not counted at all where there is no time', async () => {
    expect(await store.count('ws_1', [RICH], NOW, 0)).toBeUndefined();
  });

  it.each([
    [1, 1_000],
    [3, 2],
    [100, 7],
  ])('have every player once, in stretches of %d that look at %d', async (players, looked) => {
    const found: string[] = [];
    let behind: string | undefined;
    do {
      const stretch = await store.players('ws_1', RICH, behind, NOW, { players, looked });
      expect(stretch.players.length).toBeLessThanOrEqual(players);
      found.push(...stretch.players.map(({ playerId }) => playerId));
      behind = stretch.behind;
    } while (behind !== undefined);
    expect(found).toEqual(['p007', ...Array.from({ length: 10 }, (_, index) => `p${190 + index}`)]);
  });

  it('are those of the newest announced release', async () => {
    const release = (number: number, announcedAt: number | null) => ({
      workspace: 'ws_1',
      release: number,
      announcedAt,
      program: { stats: [XP], segments: [{ key: `s${number}`, when: { stat: 'xp', op: 'gt', value: 1 } }] },
    });
    await db.collection(RELEASES_COLLECTION).insertMany([release(1, 5), release(2, 6), release(3, null)]);
    expect(await store.inForce('ws_1')).toMatchObject({ release: 2, segments: [{ key: 's2' }], stats: [XP] });
    expect(await store.inForce('ws_9')).toEqual({ release: 0, segments: [], stats: [] });
  });
});
