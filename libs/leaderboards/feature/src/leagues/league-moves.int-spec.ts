import {
  type BoardWindowDocument,
  FROZEN_ROWS_COLLECTION,
  type FrozenRow,
  type FrozenRowsDocument,
  LEAGUE_GROUPS_COLLECTION,
  LEAGUE_ROUNDS_COLLECTION,
  LEAGUE_SEATS_COLLECTION,
  type LeagueRoundDocument,
  type LeagueSeatDocument,
  type MoveLeagueCommand,
  PLAYERS_COLLECTION,
  type PlayerDocument,
  boardWindowId,
  frozenRowsId,
  leagueGroupId,
  leagueSeatId,
  playerDocumentId,
  playerFacets,
} from '@laurel/contracts';
import { err, ok } from '@laurel/kernel';
import { type BoardDefinition, type LeagueDefinition, seatOfPart } from '@laurel/leaderboards-domain';
import { type KafkaProducer, OutageError, kafkaErrors } from '@laurel/platform-kafka';
import { connectMongo } from '@laurel/platform-mongo';
import { testServers, uniqueTestScope } from '@laurel/testing';
import type { Db } from 'mongodb';
import { MongoFrozenWindows } from '../frozen/frozen-windows.mongo.js';
import { LeagueMoves } from './league-moves.js';
import { MongoLeagueStore } from './league-store.mongo.js';

const WORKSPACE = 'ws_1';
const LEAGUE: LeagueDefinition = {
  window: 'weekly',
  groupSize: 10,
  tiers: [
    { key: 'bronze', promote: { count: 2 } },
    { key: 'silver', promote: { percent: 20 }, relegate: { percent: 20 } },
    { key: 'gold', relegate: { count: 3 } },
  ],
  idle: 'relegate',
};
const BOARD: BoardDefinition = {
  ...{ key: 'top', incarnation: 1, source: { stat: 'points' }, aggregation: 'sum', order: 'desc' },
  ties: { columns: [], then: 'first_to_reach' },
  windows: [{ kind: 'weekly' }],
  league: LEAGUE,
};
const WEEK: BoardWindowDocument = {
  _id: boardWindowId(WORKSPACE, 'top@1', '2026-W47'),
  ...{ workspace: WORKSPACE, board: 'top@1', window: '2026-W47', name: 'weekly', timeZone: 'UTC' },
  ...{ start: 0, end: 1, closesAt: 1, ending: 'ended', release: 1, state: 'frozen', barrier: 'one', frozenAt: 5 },
};

const DAY_MS = 86_400_000;

let mongo: Awaited<ReturnType<typeof connectMongo>>;
let database: string;
let db: Db;
/** ms */
let now = 9;

beforeEach(async () => {
  now = 9;
  database = uniqueTestScope().database;
  mongo = await connectMongo({ url: testServers().mongoUrl, database });
  db = mongo.getClient().db(database);
});

afterEach(async () => {
  await db.dropDatabase();
  await mongo.close();
});

/** The event log: keeps what it took, and gives up behind so many orders when it is told to. */
class Log {
  readonly commands: MoveLeagueCommand[] = [];
  takes = Number.POSITIVE_INFINITY;

  readonly send: KafkaProducer['send'] = (_topic, messages) => {
    if (this.commands.length >= this.takes) return Promise.resolve(err(kafkaErrors.unavailable('Away.')));
    this.commands.push(...messages.map(({ value }) => JSON.parse(String(value)) as MoveLeagueCommand));
    return Promise.resolve(ok([]));
  };
}

const movesOf = (log: Log, league: LeagueDefinition | undefined = LEAGUE, windowName = 'weekly') =>
  new LeagueMoves(
    {
      get: () =>
        Promise.resolve({ boards: [{ ...BOARD, ...(league ? { league: { ...league, window: windowName } } : {}) }] }),
    },
    new MongoFrozenWindows(db),
    new MongoLeagueStore(db),
    log,
    { events: 'spec.events' },
    { now: () => now },
  );

/** Groups by their part, with so many players each: `<part>/<place>`. All of them have seats, and are in their tier. */
async function frozenWith(groups: Readonly<Record<string, number>>): Promise<BoardWindowDocument> {
  const { workspace, board, window } = WEEK;
  for (const [part, size] of Object.entries(groups)) {
    const rows = rowsOf(part, size);
    const _id = frozenRowsId(workspace, board, window, part, 0);
    const page: FrozenRowsDocument = { _id, workspace, board, window, part, first: 0, rows };
    await db.collection<FrozenRowsDocument>(FROZEN_ROWS_COLLECTION).insertOne(page);
    await db.collection<LeagueSeatDocument>(LEAGUE_SEATS_COLLECTION).insertMany(
      rows.map(({ playerId }) => ({
        _id: leagueSeatId(workspace, board, window, playerId),
        ...{ workspace, board, window, playerId, eventId: 'e', seat: part },
      })),
    );
    const tier = seatOfPart(part)?.tier ?? '';
    const groupId = leagueGroupId(workspace, board, window, tier);
    await db
      .collection<{ _id: string }>(LEAGUE_GROUPS_COLLECTION)
      .updateOne({ _id: groupId }, { $set: { group: 1 } }, { upsert: true });
    await inTier(
      tier,
      rows.map(({ playerId }) => playerId),
    );
  }
  return { ...WEEK, parts: groups };
}

const rowsOf = (part: string, size: number): FrozenRow[] =>
  Array.from({ length: size }, (_, place) => {
    const playerId = `${part}/${place}`;
    return { playerId, rank: place + 1, score: size - place, columns: [], reachedAt: 1, parts: [part] };
  });

async function inTier(tier: string, players: readonly string[]): Promise<void> {
  const leagues = { 'top@1': tier };
  await db.collection<PlayerDocument>(PLAYERS_COLLECTION).insertMany(
    players.map((playerId) => ({
      _id: playerDocumentId(WORKSPACE, playerId),
      ...{ workspace: WORKSPACE, playerId, partition: 0, stats: {}, balances: {}, boards: {}, leagues },
      ...{ facets: playerFacets({ leagues }), createdAt: 0, updatedAt: 0 },
    })),
  );
}

const told = (log: Log): string[] =>
  log.commands.map(({ playerId, from, to }) => `${playerId} ${from} ${String(to)}`).sort();
const round = () => db.collection<LeagueRoundDocument>(LEAGUE_ROUNDS_COLLECTION).findOne({ _id: WEEK._id });

describe('the end of a window of a league', () => {
  it('orders the best of each group up and the last down, once for each player and window', async () => {
    const window = await frozenWith({ 'league:bronze:1': 10, 'league:bronze:2': 3, 'league:silver:1': 10 });
    const log = new Log();
    await movesOf(log).afterFrozen(window);
    expect(told(log)).toEqual([
      'league:bronze:1/0 bronze silver',
      'league:bronze:1/1 bronze silver',
      'league:bronze:2/0 bronze silver',
      'league:bronze:2/1 bronze silver',
      'league:silver:1/0 silver gold',
      'league:silver:1/1 silver gold',
      'league:silver:1/8 silver bronze',
      'league:silver:1/9 silver bronze',
    ]);
    expect(log.commands[0]).toEqual({
      ...{ v: 1, kind: 'command', command: 'move_league', workspace: WORKSPACE, playerId: 'league:bronze:1/0' },
      ...{ commandId: 'laurel.league.top@1.2026-W47', by: 'laurel', receivedAt: 5 },
      ...{ board: 'top@1', window: '2026-W47', from: 'bronze', to: 'silver' },
    });
    expect(await round()).toMatchObject({ groups: 3, promoted: 6, relegated: 2, idle: 0, movedAt: 9 });
  });

  it.each([
    ['relegate', ['gone-1 gold silver', 'gone-2 silver bronze']],
    ['leave', ['gone-1 gold null', 'gone-2 silver null']],
    ['stay', []],
  ] as const)('lets players without a seat %s, and nobody else', async (idle, expected) => {
    const window = await frozenWith({ 'league:gold:1': 2 });
    await inTier('gold', ['gone-1']);
    await inTier('silver', ['gone-2']);
    await inTier('bronze', ['gone-3']);
    const log = new Log();
    const league = { ...LEAGUE, idle, tiers: LEAGUE.tiers.map(({ key }) => ({ key })) };
    await movesOf(log, league).afterFrozen(window);
    expect(told(log)).toEqual(expected);
  });

  it('is carried to its end after a crash: orders that were given are given under the same ids, and none besides', async () => {
    const window = await frozenWith({ 'league:bronze:1': 1_000, 'league:silver:1': 1_000, 'league:gold:1': 5 });
    await inTier('gold', ['gone']);
    const league: LeagueDefinition = {
      ...LEAGUE,
      tiers: [
        { key: 'bronze', promote: { percent: 60 } },
        { key: 'silver', promote: { percent: 30 }, relegate: { percent: 40 } },
        { key: 'gold' },
      ],
    };
    const log = new Log();
    log.takes = 1_000;
    await expect(movesOf(log, league).afterFrozen(window)).rejects.toThrow(OutageError);
    expect(log.commands).toHaveLength(1_000);
    expect(await round()).toBeNull();
    log.takes = Number.POSITIVE_INFINITY;
    await movesOf(log, league).afterFrozen(window);
    expect(log.commands).toHaveLength(1_000 + 1_301);
    // The second order of a player is the first one again.
    expect(new Set(log.commands.map((command) => JSON.stringify(command))).size).toBe(1_301);
    expect(new Set(log.commands.map(({ playerId }) => playerId)).size).toBe(1_301);
  });

  it('orders nothing for players who were erased since, and nobody moves in their stead', async () => {
    const window = await frozenWith({ 'league:bronze:1': 10 });
    await db
      .collection<FrozenRowsDocument>(FROZEN_ROWS_COLLECTION)
      .updateOne({ part: 'league:bronze:1' }, { $set: { 'rows.0.playerId': 'tombstone', 'rows.0.erased': true } });
    const log = new Log();
    await movesOf(log).afterFrozen(window);
    expect(told(log)).toEqual(['league:bronze:1/1 bronze silver']);
  });

  it('orders the same where two instances are at it at once, and nothing more when it is followed again', async () => {
    const window = await frozenWith({ 'league:bronze:1': 10, 'league:gold:1': 10 });
    await inTier('gold', ['gone']);
    const log = new Log();
    await Promise.all([movesOf(log).afterFrozen(window), movesOf(log).afterFrozen(window)]);
    const orders = [...new Set(told(log))];
    expect(orders).toHaveLength(2 + 3 + 1);
    const given = log.commands.length;
    now += DAY_MS;
    await movesOf(log).afterFrozen(window);
    await movesOf(log).afterFrozen(window);
    expect(log.commands).toHaveLength(given);
  });

  it('forgets the seats of earlier windows, and of no later ones', async () => {
    const window = await frozenWith({ 'league:bronze:1': 2 });
    const seats = db.collection<LeagueSeatDocument>(LEAGUE_SEATS_COLLECTION);
    const groups = db.collection(LEAGUE_GROUPS_COLLECTION);
    const next = { ...WEEK, _id: boardWindowId(WORKSPACE, 'top@1', '2026-W48'), window: '2026-W48' };
    const seat: LeagueSeatDocument = {
      _id: leagueSeatId(WORKSPACE, 'top@1', next.window, 'anna'),
      ...{ workspace: WORKSPACE, board: 'top@1', window: next.window, playerId: 'anna', eventId: 'e', seat: 's' },
    };
    await seats.insertOne(seat);
    await movesOf(new Log()).afterFrozen(window);
    expect([await seats.countDocuments(), await groups.countDocuments()]).toEqual([3, 1]);
    now += DAY_MS;
    await movesOf(new Log()).afterFrozen(next);
    expect(await seats.find().toArray()).toEqual([seat]);
    expect(await groups.countDocuments()).toBe(0);
  });

  it('is nothing to other windows of the board, and to boards without a league', async () => {
    const window = await frozenWith({ 'league:bronze:1': 10 });
    const log = new Log();
    await movesOf(log, LEAGUE, 'daily').afterFrozen(window);
    await movesOf(log, undefined).afterFrozen({ ...window, board: 'other@1' });
    expect(log.commands).toEqual([]);
    expect(await round()).toBeNull();
  });
});
