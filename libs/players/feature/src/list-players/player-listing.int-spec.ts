import {
  PLAYERS_COLLECTION,
  type PlayerDocument,
  type PlayerStatus,
  type ProfileDocument,
  playerDocumentId,
  playerFacets,
  searchName,
} from '@laurel/contracts';
import { type CollectionIndexes, connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { testServers, uniqueTestScope } from '@laurel/testing';
import type { ListPlace, PlayerFilter } from './player-listing.js';
import { MongoPlayerListing } from './player-listing.mongo.js';

/** As the scoring service, which owns the collection, makes them (`scoring.indexes.ts`). */
const INDEXES: readonly CollectionIndexes[] = [
  {
    collection: PLAYERS_COLLECTION,
    indexes: [
      { key: { partition: 1, workspace: 1 } },
      {
        key: { workspace: 1, facets: 1, _id: 1 },
        partialFilterExpression: { facets: { $exists: true } },
      },
      {
        key: { workspace: 1, nameKey: 1, _id: 1 },
        partialFilterExpression: { nameKey: { $exists: true } },
      },
    ],
  },
];

function document(
  workspace: string,
  playerId: string,
  profile: ProfileDocument = {},
  status: PlayerStatus = 'active',
): PlayerDocument {
  const restriction = status === 'active' ? undefined : { status, reason: 'a test', since: 1 };
  const known = { profile, ...(restriction ? { restriction } : {}) };
  const facets = playerFacets(known);
  return {
    _id: playerDocumentId(workspace, playerId),
    workspace,
    playerId,
    partition: 3,
    stats: {},
    balances: {},
    boards: {},
    ...known,
    ...(facets.length > 0 ? { facets } : {}),
    ...(profile.name === undefined ? {} : { nameKey: searchName(profile.name) }),
    createdAt: 0,
    updatedAt: 0,
  };
}

describe('listing players in MongoDB', () => {
  const { database } = uniqueTestScope();
  let connection: Awaited<ReturnType<typeof connectMongo>>;
  let listing: MongoPlayerListing;

  beforeAll(async () => {
    connection = await connectMongo({ url: testServers().mongoUrl, database });
    const db = connection.getClient().db(database);
    await ensureIndexes(db, INDEXES);
    listing = new MongoPlayerListing(db);
    await db
      .collection<PlayerDocument>(PLAYERS_COLLECTION)
      .insertMany([
        document('ws_1', 'anna', { name: 'Zoë', attributes: { country: 'BR', level: 5 } }),
        document('ws_1', 'anton', { name: 'Anton', attributes: { country: 'BR', level: '5' } }, 'suspended'),
        document('ws_1', 'bea', { name: 'ANGELA', attributes: { country: 'DE' } }, 'banned'),
        document('ws_1', 'carl', { name: 'angelo', attributes: { country: 'BR', vip: true } }),
        document('ws_1', 'dora'),
        document('ws_1', 'emil', { name: 'Ångström' }),
        ...Array.from({ length: 200 }, (_, index) => document('ws_1', `x${String(index).padStart(3, '0')}`)),
        document('ws_2', 'anna', { name: 'Anna of another', attributes: { country: 'BR' } }, 'banned'),
        document('ws_1\u{10ffff}', 'anna'),
      ]);
  });

  afterAll(async () => {
    await connection.getClient().db(database).dropDatabase();
    await connection.close();
  });

  type Wanted = Omit<Partial<PlayerFilter>, 'attributes'> & { readonly attributes?: Readonly<Record<string, string>> };
  const filterOf = ({ attributes = {}, ...more }: Wanted): PlayerFilter => ({
    workspace: 'ws_1',
    ...more,
    attributes: new Map(Object.entries(attributes)),
  });

  /** All players that a walk in steps of `limit` gives. */
  async function walk(wanted: Wanted, limit = 100): Promise<string[]> {
    const found: string[] = [];
    let behind: ListPlace | undefined;
    for (;;) {
      const page = await listing.list(filterOf(wanted), behind, limit);
      found.push(...page.map(({ player }) => player.playerId));
      behind = page.at(-1)?.place;
      if (page.length < limit) return found;
    }
  }

  it.each<[string, Wanted, string[]]>([
    ['a prefix, ids first and then names, in whatever case', { prefix: 'an' }, ['anna', 'anton', 'bea', 'carl']],
    ['the beginning of a name with accents', { prefix: 'ÅNG' }, ['emil']],
    ['a prefix of nobody', { prefix: 'nobody' }, []],
    ['a prefix that is a pattern', { prefix: '.*' }, []],
    ['a status', { status: 'banned' }, ['bea']],
    ['an attribute', { attributes: { country: 'BR' } }, ['anna', 'anton', 'carl']],
    ['a number or its text', { attributes: { level: '5' } }, ['anna', 'anton']],
    ['a boolean', { attributes: { vip: 'true' } }, ['carl']],
    ['several attributes', { attributes: { country: 'BR', vip: 'true' } }, ['carl']],
    ['an attribute and a status', { attributes: { country: 'BR' }, status: 'active' }, ['anna', 'carl']],
    ['all of them', { prefix: 'an', attributes: { country: 'BR' }, status: 'suspended' }, ['anton']],
  ])('finds by %s, in pages of any size', async (_, wanted, players) => {
    expect(await walk(wanted)).toEqual(players);
    expect(await walk(wanted, 1)).toEqual(players);
  });

  it('gives everybody of the workspace, each once, and nobody else', async () => {
    const all = await walk({}, 7);
    expect(all).toHaveLength(206);
    expect(new Set(all).size).toBe(206);
    expect(await walk({ status: 'active', prefix: 'd' })).toEqual(['dora']);
  });

  it('tells what is known of a player', async () => {
    const [anna] = await listing.list(filterOf({ prefix: 'anna' }), undefined, 1);
    expect(anna?.player).toMatchObject({ playerId: 'anna', profile: { name: 'Zoë' }, restriction: undefined });
  });

  it.each<[string, 'ids' | 'names', Wanted]>([
    ['everybody', 'ids', {}],
    ['a prefix of ids', 'ids', { prefix: 'an' }],
    ['a prefix of names', 'names', { prefix: 'an' }],
    ['a prefix of names with an attribute', 'names', { prefix: 'an', attributes: { country: 'BR' } }],
    ['a status', 'ids', { status: 'banned' }],
    ['who is active', 'ids', { status: 'active' }],
    ['an attribute', 'ids', { attributes: { country: 'BR' } }],
    ['attributes and a prefix', 'ids', { attributes: { country: 'BR', level: '5' }, prefix: 'an' }],
  ])('reads %s by an index, in its order', async (_, section, wanted) => {
    for (const behind of [undefined, { section, playerId: 'anna', nameKey: section === 'ids' ? '' : 'an' }]) {
      const plan = await listing.query(section, filterOf(wanted), behind).limit(10).explain('executionStats');
      const stages = JSON.stringify((plan as { queryPlanner: { winningPlan: unknown } }).queryPlanner.winningPlan);
      expect(stages).toContain('IXSCAN');
      expect(stages).not.toMatch(/COLLSCAN|"SORT"/);
    }
  });

  it('reads no more than it needs where an attribute or a status is asked for', async () => {
    for (const wanted of [{ status: 'banned' as const }, { attributes: { country: 'DE' } }]) {
      const plan = await listing.query('ids', filterOf(wanted), undefined).explain('executionStats');
      expect((plan as { executionStats: { totalDocsExamined: number } }).executionStats.totalDocsExamined).toBe(1);
    }
  });
});
