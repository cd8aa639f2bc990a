import {
  CLAIMS_COLLECTION,
  type ClaimDocument,
  PLAYERS_COLLECTION,
  type PlayerDocument,
  releaseDocumentId,
  topicNames,
} from '@laurel/contracts';
import { EventStore } from '@laurel/platform-event-store';
import { OutageError } from '@laurel/platform-kafka';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { type ProgramDocument, releaseProgram } from '@laurel/releases-domain';
import { silentLog, testServers, uniqueTestScope } from '@laurel/testing';
import { MongoNetworkError } from 'mongodb';
import { scoringIndexes } from '../adapters/scoring.indexes.js';
import { anEventMessage } from '../reply/awaited-event.builder.js';
import { PartitionLog, ScoringInstance, storeRelease } from '../scoring-instance.builder.js';
import type { Claim } from './claim.js';
import { ClaimStore } from './claim-store.mongo.js';

const WORKSPACE = 'ws_1';
const PLACES = 100;

const PROGRAM: ProgramDocument = {
  stats: [],
  rules: [
    {
      key: 'early',
      on: ['match_played'],
      firstPlayers: PLACES,
      limits: [{ per: 'ever', times: 2 }],
      then: [
        { effect: 'award', currency: 'coins', amount: 1 },
        { effect: 'emit', type: 'was_early' },
      ],
    },
    { key: 'badge', on: ['was_early'], then: [{ effect: 'set', attribute: 'early', value: true }] },
  ],
  leaderboards: [],
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
    workspace: WORKSPACE,
    release: 1,
    note: '',
    author: 'key_spec',
    program: releaseProgram(PROGRAM, undefined, 1),
    publishedAt: 0,
    announcedAt: 0,
  });
});

afterEach(async () => {
  await db().dropDatabase();
  await mongo.close();
});

/** A log that begins with the release, and has one event of each of these players. */
function logOf(players: readonly string[]): PartitionLog {
  const log = new PartitionLog();
  log.append({ v: 1, kind: 'release', workspace: WORKSPACE, release: 1 });
  for (const playerId of players) log.append(anEventMessage({ eventId: `first-${playerId}`, playerId }));
  return log;
}

const instance = (log: PartitionLog, partition: number) =>
  new ScoringInstance(db(), log, topicNames('spec.'), silentLog, partition);

async function takeAll(scoring: ScoringInstance): Promise<void> {
  await scoring.assigned();
  await scoring.takeAll();
}

const names = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}-${index}`);

const rewarded = async (): Promise<string[]> =>
  (await db().collection<PlayerDocument>(PLAYERS_COLLECTION).find({ 'balances.coins': 1 }).toArray()).map(
    ({ playerId }) => playerId,
  );

const claims = () => db().collection<ClaimDocument>(CLAIMS_COLLECTION).find().sort({ number: 1 }).toArray();
const claimants = async (): Promise<string[]> => (await claims()).map(({ playerId }) => playerId);

describe('a rule for the first 100 players', () => {
  it('matches for 100 of 2,000 who come at once in eight partitions of as many instances, and they have the places', async () => {
    const partitions = Array.from({ length: 8 }, (_, index) => instance(logOf(names(`p${index}`, 250)), index));

    await Promise.all(partitions.map(takeAll));

    expect((await claims()).map(({ number }) => number)).toEqual(Array.from({ length: PLACES }, (_, at) => at + 1));
    expect((await rewarded()).sort()).toEqual((await claimants()).sort());
  }, 60_000);

  it('keeps the places of a batch that is lost behind them: decided again, the same events have them', async () => {
    const log = logOf(names('lost', 60));
    const [dying, next, other] = [instance(log, 0), instance(log, 0), instance(logOf(names('other', 60)), 1)];
    jest.spyOn(dying.store, 'commit').mockRejectedValueOnce(new MongoNetworkError('cut'));
    await expect(takeAll(dying)).rejects.toThrow(OutageError);
    expect(await rewarded()).toEqual([]);
    expect(await claimants()).toEqual(names('lost', 60));

    await takeAll(other);
    await takeAll(next);

    expect((await rewarded()).sort()).toEqual([...names('lost', 60), ...names('other', 40)].sort());
    expect(await claims()).toHaveLength(PLACES);
  });

  it('goes on matching for who has a place, and records for everyone what it went by', async () => {
    const log = logOf(['anna', ...names('p', 120), 'late']);
    const scoring = instance(log, 2);
    await takeAll(scoring);
    log.append(anEventMessage({ eventId: 'again', playerId: 'anna' }));
    log.append(anEventMessage({ eventId: 'too-late', playerId: 'late' }));
    await scoring.takeAll();

    const records = new Map<string, unknown>();
    const range = { after: -1, upTo: Number.MAX_SAFE_INTEGER };
    for await (const page of new EventStore(db()).ofPartition(2, 1, range)) {
      for (const { eventId, inputs } of page) records.set(eventId, inputs);
    }
    expect(records.get('first-anna')).toEqual({ claims: { 'early@1': true } });
    expect(records.get('again')).toEqual({ claims: { 'early@1': true } });
    expect(records.get('too-late')).toEqual({ claims: { 'early@1': false } });
    const anna = await db().collection<PlayerDocument>(PLAYERS_COLLECTION).findOne({ playerId: 'anna' });
    expect(anna).toMatchObject({ balances: { coins: 2 }, profile: { attributes: { early: true } } });
    expect(await claims()).toHaveLength(PLACES);
  });
});

describe('places among the first players', () => {
  const claim = (playerId: string, players: number, rule = 'early@1'): Claim => ({
    workspace: WORKSPACE,
    rule,
    players,
    playerId,
    eventId: `by-${playerId}`,
  });

  it('are given once to each player, in order, and no more than there are', async () => {
    const store = new ClaimStore(db());
    await store.take([claim('anna', 2)]);
    expect(await store.take([claim('bea', 2), claim('anna', 2), claim('carl', 2)])).toEqual({
      taken: 2,
      numbers: new Map([
        ['anna', 1],
        ['bea', 2],
      ]),
      isComplete: false,
    });
    expect(await store.take([claim('dora', 2)])).toMatchObject({ taken: 2, isComplete: true });
    expect((await claims()).map(({ playerId, eventId }) => [playerId, eventId])).toEqual([
      ['anna', 'by-anna'],
      ['bea', 'by-bea'],
    ]);
  });

  it('can become more, and those that were taken stay', async () => {
    const store = new ClaimStore(db());
    await store.take([claim('anna', 1), claim('bea', 1)]);
    const { numbers } = await store.take([claim('bea', 2)]);
    expect(numbers).toEqual(new Map([['bea', 2]]));
    expect((await store.take([claim('carl', 1)])).numbers).toEqual(
      new Map([
        ['anna', 1],
        ['bea', 2],
      ]),
    );
  });

  it('are those of one rule of one workspace, whatever players and rules are called', async () => {
    const store = new ClaimStore(db());
    await store.take([claim('anna', 1)]);
    await store.take([claim('😀', 1, 'early@11')]);
    await store.take([{ ...claim('anna', 1), workspace: 'ws_10' }]);
    expect(await store.take([claim('bea', 1)])).toEqual({
      taken: 1,
      numbers: new Map([['anna', 1]]),
      isComplete: true,
    });
    expect((await store.take([claim('bea', 1, 'early@11')])).numbers).toEqual(new Map([['😀', 1]]));
  });
});
