import {
  BARRIERS_COLLECTION,
  BOARD_SCHEDULES_COLLECTION,
  type BarrierDocument,
  type BoardScheduleDocument,
  type EventRecord,
  type OutcomesMessage,
  PLAYERS_COLLECTION,
  type PlayerDocument,
  boardScheduleId,
  playerDocumentId,
  releaseDocumentId,
  topicNames,
} from '@laurel/contracts';
import { EventStore, Tombstones } from '@laurel/platform-event-store';
import { OutageError } from '@laurel/platform-kafka';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { type ProgramDocument, releaseProgram } from '@laurel/releases-domain';
import { silentLog, testServers, uniqueTestScope, until } from '@laurel/testing';
import { BSON, MongoNetworkError } from 'mongodb';
import { toPlayerDocument } from './adapters/player.mapper.js';
import { scoringIndexes } from './adapters/scoring.indexes.js';
import { ProgramCache } from './partition/program-cache.js';
import { RecordReplay } from './replay-events/replay-record.js';
import { ReplayedPlayers } from './verify-state/replayed-players.js';
import { anEventMessage } from './reply/awaited-event.builder.js';
import { PARTITION, PartitionLog, ScoringInstance, storeRelease } from './scoring-instance.builder.js';

const PROGRAM: ProgramDocument = {
  stats: [{ key: 'goals', aggregation: 'sum' }],
  rules: [{ key: 'goals', on: ['match_played'], then: [{ effect: 'record', stat: 'goals', amount: 2 }] }],
  leaderboards: [
    { key: 'top', source: { stat: 'goals' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
};
const LARGEST_DOCUMENT = 16 * 2 ** 20;

const topics = topicNames('spec.');
const event = (eventId: string, playerId = 'anna') => anEventMessage({ eventId, playerId });

let mongo: Awaited<ReturnType<typeof connectMongo>>;
let database: string;
let log: PartitionLog;
const db = () => mongo.getClient().db(database);
const instance = () => new ScoringInstance(db(), log, topics, silentLog);

beforeEach(async () => {
  database = uniqueTestScope().database;
  mongo = await connectMongo({ url: testServers().mongoUrl, database });
  await ensureIndexes(db(), scoringIndexes);
  log = new PartitionLog();
  await storeRelease(db(), {
    _id: releaseDocumentId('ws_1', 1),
    workspace: 'ws_1',
    release: 1,
    note: '',
    author: 'key_spec',
    program: releaseProgram(PROGRAM, undefined, 1),
    publishedAt: 0,
    announcedAt: 0,
  });
  log.append({ v: 1, kind: 'release', workspace: 'ws_1', release: 1 });
});

afterEach(async () => {
  await db().dropDatabase();
  await mongo.close();
});

const players = () => db().collection<PlayerDocument>(PLAYERS_COLLECTION);
const goals = async (playerId = 'anna') =>
  (await players().findOne({ _id: playerDocumentId('ws_1', playerId) }))?.stats['goals@1']?.value;

async function records(): Promise<EventRecord[]> {
  const found: EventRecord[] = [];
  const range = { after: -1, upTo: Number.MAX_SAFE_INTEGER };
  for await (const page of new EventStore(db()).ofPartition(PARTITION, 1, range)) found.push(...page);
  return found;
}
const outcomeIds = ({ sent }: ScoringInstance): string[] =>
  sent
    .filter(({ topic }) => topic === topics.outcomes)
    .flatMap(({ value }) => (JSON.parse(value) as OutcomesMessage).outcomes.map(({ id }) => id));

describe('an instance of scoring', () => {
  it('that gets a partition back after another had it believes no player that it kept in memory', async () => {
    const [first, other] = [instance(), instance()];
    log.append(event('a'));
    await first.assigned();
    await first.takeAll();
    log.append(event('b'));
    await other.assigned();
    await other.takeAll();
    log.append(event('c'));

    await first.assigned();
    await first.takeAll();

    expect(await goals()).toBe(6);
  });

  it('decides by the test clock at the position of each event, also one that takes over', async () => {
    const [first, other] = [instance(), instance()];
    const clock = (offsetMs: number) => ({ v: 1, kind: 'clock', workspace: 'ws_1', offsetMs });
    log.append(clock(-500));
    log.append(event('a'));
    log.append(clock(2_000));
    // Announced once more, too late.
    log.append(clock(-500));
    log.append(event('b'));
    await first.assigned();
    await first.takeAll();
    log.append(event('c'));
    log.append(clock(90_000));
    log.append(event('d'));
    await other.assigned();
    await other.takeAll();

    expect((await records()).map(({ eventId, decidedAt }) => [eventId, decidedAt])).toEqual([
      ['a', 502],
      ['b', 3_005],
      ['c', 3_006],
      ['d', 91_008],
    ]);
    expect((await other.store.loadCheckpoint(PARTITION))?.decidedAt).toBe(1_008);
  });

  it('that has lost a partition unawares commits nothing, and blames no message for it', async () => {
    const [zombie, other] = [instance(), instance()];
    await zombie.assigned();
    await zombie.takeAll();
    log.append(event('a'));
    await other.assigned();
    await other.takeAll();

    await expect(zombie.takeAll()).rejects.toThrow(OutageError);

    expect(await goals()).toBe(2);
    expect(await records()).toHaveLength(1);
  });

  it('whose commit is aborted decides again from what is committed, not from what it had computed', async () => {
    const scoring = instance();
    await scoring.assigned();
    await scoring.takeAll();
    log.append(event('a'));
    jest.spyOn(scoring.store, 'commit').mockRejectedValueOnce(new MongoNetworkError('cut'));

    await expect(scoring.takeAll()).rejects.toThrow(OutageError);
    await scoring.assigned();
    await scoring.takeAll();

    expect(await goals()).toBe(2);
  });

  it('that never hears of its commit finds it done, and counts nothing again', async () => {
    const scoring = instance();
    await scoring.assigned();
    await scoring.takeAll();
    log.append(event('a'));
    const commit = scoring.store.commit.bind(scoring.store);
    jest.spyOn(scoring.store, 'commit').mockImplementationOnce(async (batch) => {
      await commit(batch);
      throw new MongoNetworkError('cut after the commit');
    });

    await expect(scoring.takeAll()).rejects.toThrow(OutageError);
    await scoring.assigned();
    await scoring.takeAll();

    expect(await goals()).toBe(2);
    expect((await records()).map(({ status }) => status)).toEqual(['processed']);
    expect(outcomeIds(scoring)).toEqual(['ws_1|anna|a']);
  });

  it('publishes what was committed and not acknowledged again at the next assignment, under the same ids', async () => {
    const [dying, next] = [instance(), instance()];
    await dying.assigned();
    log.append(event('a'));
    dying.unacknowledged.add(topics.standings);
    await expect(dying.takeAll()).rejects.toThrow(OutageError);
    expect(await dying.metrics.expose()).toContain('laurel_scoring_events_total{status="processed"} 1');

    await next.assigned();

    expect(outcomeIds(dying)).toEqual(['ws_1|anna|a']);
    expect(outcomeIds(next)).toEqual(outcomeIds(dying));
    expect(next.sent.some(({ topic }) => topic === topics.standings)).toBe(true);
  });

  it('commits nothing before the dead letters of the batch are acknowledged', async () => {
    const scoring = instance();
    await scoring.assigned();
    log.append('{"v":1,"kind":"ev');
    log.append(event('a'));
    scoring.unacknowledged.add(topics.deadLetter);
    await expect(scoring.takeAll()).rejects.toThrow(OutageError);
    expect(await scoring.store.loadCheckpoint(PARTITION)).toBeNull();

    scoring.unacknowledged.clear();
    await scoring.assigned();
    await scoring.takeAll();

    expect(scoring.sent.map(({ topic }) => topic)).toContain(topics.deadLetter);
    expect(await goals()).toBe(2);
  });

  it('lets time go on from what the instance before it decided last', async () => {
    const [before, after] = [instance(), instance()];
    log.append(event('a'), 90_000);
    await before.assigned();
    await before.takeAll();
    log.append(event('b'), 60_000);

    await after.assigned();
    await after.takeAll();

    expect((await records()).map(({ decidedAt }) => decidedAt)).toEqual([90_000, 90_000]);
  });

  it('keeps ranks out of what it commits and publishes: only the reply tells them', async () => {
    const scoring = instance();
    await scoring.assigned();
    log.append({ ...event('a'), replyTo: { instance: 'gateway-1', correlation: '7' } });
    await scoring.takeAll();

    const told = (topic: string) => scoring.sent.filter((message) => message.topic === topic);
    expect(JSON.stringify([await records(), await players().find().toArray()])).not.toMatch(/rank/i);
    expect(JSON.stringify([told(topics.outcomes), told(topics.standings)])).not.toMatch(/rank/i);
    expect(JSON.stringify(told(topics.replies))).toMatch(/rank/i);
  });
});

describe('a player who is erased', () => {
  const ERASE = {
    ...{ v: 1, kind: 'command', command: 'erase_player', workspace: 'ws_1', playerId: 'anna' },
    ...{ commandId: 'laurel.player.erase.1', by: 'key_1', receivedAt: 1_000 },
  };
  const standings = ({ sent }: ScoringInstance): object[] =>
    sent.filter(({ topic }) => topic === topics.standings).map(({ value }) => JSON.parse(value) as object);

  it('is refused by whoever has the partition then, and by an instance that had the player in memory', async () => {
    const [first, other] = [instance(), instance()];
    for (const body of [event('a'), event('b', 'bea'), ERASE, event('c')]) log.append(body);
    await first.assigned();
    await first.takeAll();
    log.append(event('d'));
    await first.takeAll();
    log.append(event('e'));
    await other.assigned();
    await other.takeAll();

    expect(await players().distinct('playerId')).toEqual(['bea']);
    expect((await records()).map(({ playerId }) => playerId)).toEqual(['bea']);
    expect(outcomeIds(first)).toEqual(['ws_1|bea|b']);
    expect(outcomeIds(other)).toEqual([]);
    expect(await first.metrics.expose()).toContain('laurel_scoring_events_total{status="erased"} 4');
  });

  it('leaves the boards for those who watch them also where the batch is published by the next owner', async () => {
    const [dying, next] = [instance(), instance()];
    log.append(event('a'));
    await dying.assigned();
    await dying.takeAll();
    log.append(ERASE);
    dying.unacknowledged.add(topics.standings);
    await expect(dying.takeAll()).rejects.toThrow(OutageError);

    await next.assigned();

    expect(standings(next)).toMatchObject([{ workspace: 'ws_1', board: 'top@1', offset: 2, windows: ['all'] }]);
  });

  it('keeps the id in the tombstone as long as the ranks can’t be reached', async () => {
    const scoring = instance();
    for (const body of [event('a'), ERASE]) log.append(body);
    await scoring.assigned();
    await scoring.takeAll();

    expect(await new Tombstones(db()).collection.find().toArray()).toMatchObject([
      { workspace: 'ws_1', partition: PARTITION, epoch: 1, offset: 2, sweep: { playerId: 'anna' } },
    ]);
  });
});

describe('an event that can never be committed', () => {
  /** A document that has room for no stat. */
  async function fillUp(playerId: string): Promise<void> {
    const empty: PlayerDocument = {
      _id: playerDocumentId('ws_1', playerId),
      workspace: 'ws_1',
      playerId,
      partition: PARTITION,
      stats: {},
      balances: { '': 1 },
      boards: {},
      createdAt: 0,
      updatedAt: 0,
    };
    const room = LARGEST_DOCUMENT - BSON.calculateObjectSize(empty);
    await players().insertOne({ ...empty, balances: { ['x'.repeat(room - 10)]: 1 } });
  }

  it('is found among its neighbours, recorded as failed and told to the dead letters; all others count', async () => {
    await fillUp('full');
    for (const [number, playerId] of ['anna', 'bea', 'full', 'anna', 'bea'].entries()) {
      log.append(event(`e${number}`, playerId));
    }
    const scoring = instance();
    const worker = scoring.work();
    await until('the log is scored', async () => (await records()).length === 5);
    await worker.close();

    const processed = { status: 'processed' };
    expect(await records()).toMatchObject([
      processed,
      processed,
      { status: 'failed', playerId: 'full', failure: { code: 'scoring.not_committed' }, effects: [] },
      processed,
      processed,
    ]);
    expect([await goals('anna'), await goals('bea'), await goals('full')]).toEqual([4, 4, undefined]);
    const letters = scoring.sent.filter(({ topic }) => topic === topics.deadLetter);
    expect(letters.map(({ value }) => JSON.parse(value) as object)).toMatchObject([
      { offset: '3', cause: 'scoring.not_committed' },
    ]);
  });

  it('is not given up while MongoDB is to blame, however often that happens', async () => {
    log.append(event('a'));
    const scoring = instance();
    const commit = scoring.store.commit.bind(scoring.store);
    let failures = 0;
    jest.spyOn(scoring.store, 'commit').mockImplementation(async (batch) => {
      failures += 1;
      if (failures <= 8) throw new MongoNetworkError('away');
      await commit(batch);
    });

    const worker = scoring.work();
    await until('it is recorded', async () => (await records()).length === 1);
    await worker.close();

    expect(await records()).toMatchObject([{ status: 'processed' }]);
    expect(scoring.sent.filter(({ topic }) => topic === topics.deadLetter)).toEqual([]);
  });
});

describe('a barrier', () => {
  const barrier = (id: string, at: number) => ({ v: 1, kind: 'barrier', id, workspace: null, at });
  const notes = () => db().collection<BarrierDocument>(BARRIERS_COLLECTION).find().sort({ offset: 1 }).toArray();

  it('is noted with the batch that it stands in: what was accepted before it is in by then', async () => {
    const scoring = instance();
    await scoring.assigned();
    log.append(event('first'));
    log.append(barrier('b1', 1_002));
    log.append(event('second'));
    await scoring.takeAll();

    expect(await notes()).toMatchObject([{ barrier: 'b1', partition: PARTITION, at: 1_002, epoch: 1, offset: 2 }]);
    expect(await scoring.store.historyOf('ws_1', 'anna')).toHaveLength(2);
  });

  it('counts where it comes first, however often it is written', async () => {
    const scoring = instance();
    await scoring.assigned();
    log.append(barrier('b1', 1_001));
    log.append(barrier('b1', 1_002));
    await scoring.takeAll();
    log.append(barrier('b1', 1_003));
    await scoring.takeAll();

    expect(await notes()).toMatchObject([{ barrier: 'b1', at: 1_001, offset: 1 }]);
  });

  it('is passed over while its time has not come in the partition', async () => {
    const scoring = instance();
    await scoring.assigned();
    log.append(barrier('b1', 1_002));
    await scoring.takeAll();
    expect(await notes()).toEqual([]);

    log.append(barrier('b1', 1_002));
    await scoring.takeAll();

    expect(await notes()).toMatchObject([{ barrier: 'b1', offset: 2 }]);
  });
});

describe('a window that is frozen', () => {
  const HOUR_MS = 3_600_000;
  const recurring: ProgramDocument['leaderboards'] = PROGRAM.leaderboards.map((board) => ({
    ...board,
    key: 'hours',
    windows: [{ kind: 'hourly' }],
  }));
  const playerOf = () => db().collection<PlayerDocument>(PLAYERS_COLLECTION).findOne({ playerId: 'anna' });
  const windowsOf = async (board: string) => Object.keys((await playerOf())?.boards[board] ?? {});

  it('leaves its players when they come into the next one, and a replay comes to the same', async () => {
    await storeRelease(db(), {
      _id: releaseDocumentId('ws_1', 2),
      ...{ workspace: 'ws_1', release: 2, note: '', author: 'key_spec', publishedAt: 0, announcedAt: 0 },
      program: releaseProgram({ ...PROGRAM, leaderboards: [...PROGRAM.leaderboards, ...recurring] }, undefined, 2, 0),
    });
    const scoring = instance();
    await scoring.assigned();
    const play = async (eventId: string, at: number) => {
      log.append({ ...event(eventId), occurredAt: at, receivedAt: at }, at);
      await scoring.takeAll();
    };
    log.append({ v: 1, kind: 'release', workspace: 'ws_1', release: 2 });
    await play('first', 2 * HOUR_MS + 1);
    const board = 'hours@2';
    const schedule: BoardScheduleDocument = {
      _id: boardScheduleId('ws_1', board, 'hourly'),
      ...{ workspace: 'ws_1', board, series: 'hourly', release: 2, closedTo: 3 * HOUR_MS, dueAt: null },
      frozenTo: 3 * HOUR_MS,
    };
    await db().collection<BoardScheduleDocument>(BOARD_SCHEDULES_COLLECTION).insertOne(schedule);
    await scoring.frozen.load();
    expect(await windowsOf(board)).toHaveLength(1);

    await play('second', 3 * HOUR_MS + 1);
    await play('third', 3 * HOUR_MS + 2);

    const [left, ...others] = await windowsOf(board);
    expect(others).toEqual([]);
    const history = await scoring.store.historyOf('ws_1', 'anna');
    expect(history.map(({ dropped }) => dropped?.[board]?.length)).toEqual([undefined, 1, undefined]);
    expect(history[1]?.dropped?.[board]).not.toContain(left);
    const replayed = new ReplayedPlayers(new RecordReplay(new ProgramCache(db()), new EventStore(db())));
    for (const record of history) expect((await replayed.take(record)).differences).toEqual([]);
    const [player] = replayed.players.values();
    expect(player && toPlayerDocument(player, PARTITION)).toEqual(await playerOf());
  });
});
