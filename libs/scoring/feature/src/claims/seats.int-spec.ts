import {
  LEAGUE_SEATS_COLLECTION,
  type LeagueSeatDocument,
  PLAYERS_COLLECTION,
  type PlayerDocument,
  releaseDocumentId,
  topicNames,
} from '@laurel/contracts';
import { seatOfPart } from '@laurel/leaderboards-domain';
import { EventStore } from '@laurel/platform-event-store';
import { OutageError } from '@laurel/platform-kafka';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { type ProgramDocument, releaseProgram } from '@laurel/releases-domain';
import { silentLog, testServers, uniqueTestScope } from '@laurel/testing';
import { MongoNetworkError } from 'mongodb';
import { scoringIndexes } from '../adapters/scoring.indexes.js';
import { anEventMessage } from '../reply/awaited-event.builder.js';
import { PartitionLog, ScoringInstance, storeRelease } from '../scoring-instance.builder.js';
import type { SeatClaim } from './claim.js';
import { SeatStore } from './seat-store.mongo.js';

const WORKSPACE = 'ws_1';
const GROUP_SIZE = 30;
const PROGRAM: ProgramDocument = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [{ key: 'score', on: ['match_played'], then: [{ effect: 'record', stat: 'points', amount: 1 }] }],
  leaderboards: [
    {
      ...{ key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc' },
      windows: [{ kind: 'weekly' }],
      league: {
        ...{ window: 'weekly', groupSize: GROUP_SIZE, band: { attribute: 'skill' } },
        tiers: [{ key: 'bronze', promote: { count: 5 } }, { key: 'gold' }],
      },
    },
  ],
};

let mongo: Awaited<ReturnType<typeof connectMongo>>;
let database: string;
const db = () => mongo.getClient().db(database);

beforeEach(async () => {
  database = uniqueTestScope().database;
  mongo = await connectMongo({ url: testServers().mongoUrl, database });
  await ensureIndexes(db(), scoringIndexes);
  await storeRelease(db(), {
    _id: releaseDocumentId(WORKSPACE, 1),
    ...{ workspace: WORKSPACE, release: 1, note: '', author: 'key_spec', publishedAt: 0, announcedAt: 0 },
    program: releaseProgram(PROGRAM, undefined, 1),
  });
});

afterEach(async () => {
  await db().dropDatabase();
  await mongo.close();
});

const SKILLS = ['high', 'low', null] as const;

/** A log that begins with the release; then of each player a profile and two events, and every fourth has moved up before. */
function logOf(players: readonly string[]): PartitionLog {
  const log = new PartitionLog();
  log.append({ v: 1, kind: 'release', workspace: WORKSPACE, release: 1 });
  for (const [index, playerId] of players.entries()) {
    const command = { v: 1, kind: 'command', workspace: WORKSPACE, playerId, by: 'key_spec', receivedAt: 1_000 };
    const skill = SKILLS[index % SKILLS.length] ?? null;
    const change = { mode: 'merge', attributes: { skill } };
    log.append({ ...command, command: 'update_player', commandId: 'laurel.player.update.1', change });
    const move = { command: 'move_league', board: 'top@1', window: '1969-W52', from: 'bronze', to: 'gold' };
    if (index % 4 === 0) log.append({ ...command, ...move, commandId: 'laurel.league.top@1.1969-W52' });
    log.append(anEventMessage({ eventId: `first-${playerId}`, playerId }));
    log.append(anEventMessage({ eventId: `second-${playerId}`, playerId }));
  }
  return log;
}

const instance = (log: PartitionLog, partition: number) =>
  new ScoringInstance(db(), log, topicNames('spec.'), silentLog, partition);
async function takeAll(scoring: ScoringInstance): Promise<void> {
  await scoring.assigned();
  await scoring.takeAll();
}
const names = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}-${index}`);

/** Where players sit, as their own documents say. */
async function seatsOfPlayers(): Promise<Map<string, string | undefined>> {
  const players = await db().collection<PlayerDocument>(PLAYERS_COLLECTION).find().toArray();
  const seats = players.map(({ playerId, boards }): [string, string | undefined] => [
    playerId,
    Object.values(boards['top@1'] ?? {})[0]?.seat,
  ]);
  return new Map(seats);
}

async function seatsTaken(): Promise<Map<string, string>> {
  const seats = await db().collection<LeagueSeatDocument>(LEAGUE_SEATS_COLLECTION).find().toArray();
  return new Map(seats.map(({ playerId, seat }) => [playerId, seat]));
}

/** Players of each group, in the order of their numbers, by tier and band. */
function groupSizes(seats: Iterable<string | undefined>): Map<string, number[]> {
  const sizes = new Map<string, number[]>();
  for (const part of seats) {
    const seat = seatOfPart(part ?? '');
    if (!seat) throw new Error('somebody sits nowhere');
    const key = `${seat.tier}/${seat.band ?? ''}`;
    const groups = sizes.get(key) ?? [];
    sizes.set(key, groups);
    while (groups.length < seat.group) groups.push(0);
    groups[seat.group - 1] = (groups[seat.group - 1] ?? 0) + 1;
  }
  return sizes;
}

describe('a league', () => {
  it('seats 1,200 players who come at once in six partitions: each in one group, and only last groups are not full', async () => {
    const partitions = Array.from({ length: 6 }, (_, index) => instance(logOf(names(`p${index}`, 200)), index));
    await Promise.all(partitions.map(takeAll));

    const seats = await seatsOfPlayers();
    expect(seats.size).toBe(1_200);
    expect(await seatsTaken()).toEqual(seats);
    const sizes = groupSizes(seats.values());
    expect([...sizes.keys()].sort()).toEqual([
      ...['bronze/', 'bronze/high', 'bronze/low', 'gold/', 'gold/high', 'gold/low'],
    ]);
    for (const groups of sizes.values()) {
      expect(groups.slice(0, -1).every((size) => size === GROUP_SIZE)).toBe(true);
      expect(groups.at(-1)).toBeLessThanOrEqual(GROUP_SIZE);
    }
  }, 60_000);

  it('keeps the seats of a batch that is lost behind them: decided again, the same events have them', async () => {
    const log = logOf(names('lost', 20));
    const [dying, next, other] = [instance(log, 0), instance(log, 0), instance(logOf(names('other', 20)), 1)];
    jest.spyOn(dying.store, 'commit').mockRejectedValueOnce(new MongoNetworkError('cut'));
    await expect(takeAll(dying)).rejects.toThrow(OutageError);
    const before = await seatsTaken();
    expect(before.size).toBe(20);
    expect((await seatsOfPlayers()).size).toBe(0);

    await takeAll(other);
    await takeAll(next);
    expect(new Map([...(await seatsOfPlayers())].filter(([player]) => before.has(player)))).toEqual(before);
    expect((await seatsTaken()).size).toBe(40);
  });

  it('records the seat with the event that took it, and asks for none again', async () => {
    const scoring = instance(logOf(['anna']), 2);
    await takeAll(scoring);
    const inputs = new Map<string, unknown>();
    for await (const page of new EventStore(db()).ofPartition(2, 1, { after: -1, upTo: Number.MAX_SAFE_INTEGER })) {
      for (const record of page) inputs.set(record.eventId, record.inputs);
    }
    const [seats] = await seatsOfPlayers();
    expect(seats).toEqual(['anna', 'league:gold:high:1']);
    expect(inputs.get('first-anna')).toMatchObject({ claims: {}, seats: { 'top@1 1970-W01': 'league:gold:high:1' } });
    expect(inputs.get('second-anna')).toBeUndefined();
  });
});

describe('seats in a league', () => {
  const claim = (playerId: string, groupSize = 2, more: Partial<SeatClaim['seat']> = {}): SeatClaim => ({
    ...{ workspace: WORKSPACE, playerId, eventId: `by-${playerId}` },
    seat: { board: 'top@1', window: '1970-W01', tier: 'bronze', groupSize, ...more },
  });

  it('are given once to each player, a group after the other', async () => {
    const store = new SeatStore(db());
    await store.take([claim('anna')]);
    expect(await store.take([claim('bea'), claim('anna'), claim('carl')])).toEqual(
      new Map([
        ['anna', 'league:bronze:1'],
        ['bea', 'league:bronze:1'],
        ['carl', 'league:bronze:2'],
      ]),
    );
  });

  it('are given to all partitions of an instance at once, and after a round that failed', async () => {
    const store = new SeatStore(db());
    const failing = jest.spyOn(mongo.getClient(), 'withSession').mockRejectedValueOnce(new MongoNetworkError('cut'));
    await expect(store.take([claim('anna')])).rejects.toThrow('cut');
    const rounds = await Promise.all(
      Array.from({ length: 12 }, (_, at) => store.take([claim(`p${at}-a`), claim(`p${at}-b`), claim('anna')])),
    );
    expect(failing.mock.calls.length).toBeLessThan(5);
    const all = new Map(rounds.flatMap((seats) => [...seats]));
    expect(await seatsTaken()).toEqual(all);
    const [sizes = []] = groupSizes(all.values()).values();
    expect(sizes).toEqual([...Array.from({ length: 12 }, () => 2), 1]);
  });

  it('stay with a player who would sit in another tier now', async () => {
    const store = new SeatStore(db());
    await store.take([claim('anna')]);
    expect(await store.take([claim('anna', 2, { tier: 'gold' })])).toEqual(new Map([['anna', 'league:bronze:1']]));
  });

  it('follow another size of groups from then on', async () => {
    const store = new SeatStore(db());
    await store.take([claim('anna', 4), claim('bea', 4), claim('carl', 4)]);
    expect(await store.take([claim('dora', 2), claim('emil', 2)])).toEqual(
      new Map([
        ['dora', 'league:bronze:2'],
        ['emil', 'league:bronze:2'],
      ]),
    );
  });

  it('are those of one window, tier and band', async () => {
    const store = new SeatStore(db());
    await store.take([claim('anna', 2)]);
    for (const more of [{ window: '1970-W02' }, { tier: 'gold' }, { band: 'high' }, { board: 'cup@1' }]) {
      const [[, seat] = []] = await store.take([claim(`p${JSON.stringify(more)}`, 2, more)]);
      expect(seatOfPart(seat ?? '')?.group).toBe(1);
    }
  });
});
