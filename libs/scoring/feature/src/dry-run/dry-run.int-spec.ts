import {
  CLAIMS_COLLECTION,
  type ClaimDocument,
  type CommandMessage,
  type EventMessage,
  type EventRecord,
  PLAYERS_COLLECTION,
  type PlayerDocument,
  RELEASES_COLLECTION,
  type ReleaseDocument,
  claimId,
  voidCommandId,
} from '@laurel/contracts';
import { boardKeyOf, rankEntries } from '@laurel/leaderboards-domain';
import { EventStore } from '@laurel/platform-event-store';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { type ProgramDocument, type ReleasedProgram, releaseProgram } from '@laurel/releases-domain';
import type { DryRunOf, EventsOfDryRun } from '@laurel/scoring-domain';
import { testServers, uniqueTestScope } from '@laurel/testing';
import { scoringIndexes } from '../adapters/scoring.indexes.js';
import { CommittedHistory } from '../verify-state/committed-history.builder.js';
import { DryRunHandler } from './dry-run.handler.js';

/** There the first program was published, and the other one is tried. */
const OURS = 'ws_ours';
/** There the other one was published before anything was sent. */
const THEIRS = 'ws_theirs';
const NOW = Date.parse('2026-11-20T12:00:00Z');
const ALL = { from: 0, to: Number.MAX_SAFE_INTEGER };
const LIMITS = { events: 10_000, players: 1_000 };

const program = (points: number, least: number, order: 'asc' | 'desc' = 'desc'): ProgramDocument => ({
  stats: [
    { key: 'points', aggregation: 'sum' },
    { key: 'best', aggregation: 'max' },
  ],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      when: { property: 'event.properties.amount', op: 'gte', value: least },
      limits: [{ per: 'ever', times: 5 }],
      then: [
        { effect: 'record', stat: 'points', amount: points },
        { effect: 'award', currency: 'coins', amount: { property: 'event.properties.amount' } },
      ],
    },
    {
      key: 'rich',
      on: ['scored'],
      when: { balance: 'coins', op: 'gte', value: 10 },
      then: [{ effect: 'record', stat: 'best', amount: { property: 'event.properties.amount' } }],
    },
  ],
  leaderboards: [
    { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order, windows: [{ kind: 'all' }] },
    { key: 'records', source: { stat: 'best' }, aggregation: 'best', order: 'desc', windows: [{ kind: 'all' }] },
  ],
});

const FIRST = program(1, 3);
/** Another order: `top` begins anew. */
const OTHER = program(4, 1, 'asc');

const { database } = uniqueTestScope();
let mongo: Awaited<ReturnType<typeof connectMongo>>;
let handler: DryRunHandler;
let history: CommittedHistory;

const db = () => mongo.getClient().db(database);

const event = (workspace: string, index: number, playerId: string, amount: number): EventMessage => ({
  ...{ v: 1, kind: 'event', workspace, eventId: `e${index}`, type: 'scored', playerId },
  ...{ occurredAt: NOW + index, receivedAt: NOW + index, properties: { amount } },
});

const voidOf = (workspace: string, playerId: string, target: string): CommandMessage => ({
  ...{ v: 1, kind: 'command', command: 'void', workspace, playerId, target },
  ...{ commandId: voidCommandId(target), reason: 'a test', by: 'key_spec', receivedAt: NOW },
});

/** The same for both: 120 events of nine players, some sent twice, some taken back. */
async function sendAll(workspace: string): Promise<void> {
  const events = Array.from({ length: 120 }, (_, index) =>
    event(workspace, index, `player-${(index * 7) % 9}`, (index * 5) % 11),
  );
  for (let at = 0; at < events.length; at += 30) await history.send(events.slice(at, at + 30));
  await history.send(events.slice(10, 20));
  await history.send([40, 41, 55].map((index) => voidOf(workspace, `player-${(index * 7) % 9}`, `e${index}`)));
}

beforeAll(async () => {
  mongo = await connectMongo({ url: testServers().mongoUrl, database });
  await ensureIndexes(db(), scoringIndexes);
  history = new CommittedHistory(db(), NOW);
  await history.release(OURS, 1, FIRST);
  await history.release(THEIRS, 1, OTHER);
  await sendAll(OURS);
  await sendAll(THEIRS);
});
afterAll(async () => {
  await db().dropDatabase();
  await mongo.close();
});
beforeEach(() => (handler = new DryRunHandler(db())));

/** What publishing a program as release 2 would make of it. */
const draft = (document: ProgramDocument): DryRunOf => {
  const first: ReleasedProgram = releaseProgram(FIRST, undefined, 1);
  return { workspace: OURS, release: 2, program: releaseProgram(document, first, 2), latest: 1 };
};

const ofHistory = (events: EventsOfDryRun, { signal = new AbortController().signal, limits = LIMITS } = {}) =>
  handler.ofHistory(draft(OTHER), events, 100, limits, { signal, onProgress: () => undefined });

async function tried(events: EventsOfDryRun, limits = LIMITS) {
  const result = await ofHistory(events, { limits });
  if (!result.ok) throw new Error(`${result.error.events} events are too many`);
  return result.value;
}

const playersOf = (workspace: string) =>
  db().collection<PlayerDocument>(PLAYERS_COLLECTION).find({ workspace }).toArray();

async function tableOf(workspace: string, key: string) {
  const document = await db().collection<ReleaseDocument<ReleasedProgram>>(RELEASES_COLLECTION).findOne({ workspace });
  const board = document?.program.leaderboards.find((each) => each.key === key);
  if (!board) throw new Error(`there is no board ${key}`);
  const rows = (await playersOf(workspace)).flatMap(({ playerId, boards }) =>
    Object.entries(boards).flatMap(([id, windows]) =>
      boardKeyOf(id) === key && windows['all'] ? [{ ...windows['all'], playerId }] : [],
    ),
  );
  return rankEntries(board, rows).map(({ rank, playerId, score }) => ({ rank, playerId, score }));
}

async function recordsOf(workspace: string): Promise<EventRecord[]> {
  const records: EventRecord[] = [];
  for await (const record of new EventStore(db()).newestFirst({ workspace })) records.push(record);
  return records;
}

describe('a dry run over recorded events', () => {
  it('ends on the tables that publishing the program before them led to', async () => {
    const { tops } = await tried(ALL);

    for (const { board, before, after } of tops) {
      expect(before).toMatchObject(await tableOf(OURS, board));
      expect(after).toMatchObject(await tableOf(THEIRS, board));
    }
    expect(tops.map(({ board, after }) => [board, after.length])).toEqual([
      ['top', 9],
      ['records', 9],
    ]);
  });

  it('has the totals of either, and every player who would have more or less', async () => {
    const { before, after, movements, events, players, releases } = await tried(ALL);

    const balances = await Promise.all([OURS, THEIRS].map(async (workspace) => coinsOf(await playersOf(workspace))));
    const [ours, theirs] = balances.map((coins) => [...coins.values()].reduce((sum, balance) => sum + balance, 0));
    expect([before.awarded.get('coins'), after.awarded.get('coins')]).toEqual([ours, theirs]);
    expect(ours).not.toBe(theirs);
    const coins = movements.find(({ key }) => key === 'coins');
    const moved = [...(coins?.gains ?? []), ...(coins?.losses ?? [])].map((mover) => [
      mover.playerId,
      mover.before,
      mover.after,
    ]);
    const expected = Array.from(balances[0] ?? [], ([id, was]) => [id, was, balances[1]?.get(id)]);
    expect(new Set(moved)).toEqual(new Set(expected.filter(([, was, is]) => was !== is)));
    expect({ events, players, releases }).toEqual({ events: 123, players: 9, releases: [1] });
  });

  it('counts what each rule did, and why it did not', async () => {
    const { before, after } = await tried(ALL);

    for (const [workspace, sums] of [
      [OURS, before],
      [THEIRS, after],
    ] as const) {
      const verdicts = (await recordsOf(workspace)).flatMap(({ status, rules }) =>
        status === 'processed' ? rules : [],
      );
      const missed = verdicts.filter(({ rule, matched }) => rule === 'score' && !matched);
      expect(sums.hits.get('score')).toBe(verdicts.filter(({ rule, matched }) => rule === 'score' && matched).length);
      const reasons = new Map<string, number>();
      for (const { reason = '' } of missed) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      expect(sums.misses.get('score')).toEqual(reasons);
    }
  });

  it('is the same with few players in memory', async () => {
    expect(await tried(ALL, { ...LIMITS, players: 2 })).toEqual(await tried(ALL));
  });

  it('takes the last so many, as their range does', async () => {
    const records = (await recordsOf(OURS)).filter(({ status }) => status === 'processed');
    const from = records[29]?.decidedAt ?? 0;

    const last = await tried({ last: 30 });

    expect(last).toEqual(await tried({ from, to: ALL.to }));
    expect(last).toMatchObject({ events: 30, first: from, last: records[0]?.decidedAt });
  });

  it('starts what begins anew from nothing, and lets the rest go on', async () => {
    const { tops, movements } = await tried({ last: 1 });

    expect(tops.find(({ board }) => board === 'top')?.after).toEqual([]);
    expect(tops.find(({ board }) => board === 'records')?.after).toMatchObject(await tableOf(OURS, 'records'));
    expect(movements).toEqual([]);
  });

  it('has nothing to tell where there is nothing', async () => {
    expect(await tried({ from: 1, to: 2 })).toMatchObject({ events: 0, players: 0, first: null, last: null });
    const nowhere = { ...draft(OTHER), workspace: 'ws_new', latest: 0 };
    const options = { signal: new AbortController().signal, onProgress: () => undefined };
    expect(await handler.ofHistory(nowhere, { last: 5 }, 3, LIMITS, options)).toMatchObject({ value: { events: 0 } });
  });

  it('is refused where there are more events than it may decide', async () => {
    expect(await ofHistory(ALL, { limits: { ...LIMITS, events: 100 } })).toEqual({ ok: false, error: { events: 123 } });
  });

  it('ends when it is told to', async () => {
    const reason = new Error('the client is gone');
    await expect(ofHistory(ALL, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

const coinsOf = (players: readonly PlayerDocument[]): Map<string, number> =>
  new Map(players.map(({ playerId, balances }) => [playerId, balances['coins'] ?? 0]));

describe('a dry run of one event', () => {
  it('tells what the event leads to once the program is published', async () => {
    const sent = event(OURS, 500, 'player-3', 50);
    const now = history.time + 10_000;
    const trial = await handler.ofEvent(draft(program(2, 1)), sent, now, LIMITS, new AbortController().signal);

    const first = await handler.ofEvent(draft(FIRST), sent, now, LIMITS, new AbortController().signal);
    expect(first.before).toEqual(first.after);
    await history.release(OURS, 2, program(2, 1), FIRST);
    await history.send([sent]);

    const [record] = await new EventStore(db()).findByEventId(OURS, 'e500');
    expect({ rules: trial.after.verdicts, effects: trial.after.effects }).toEqual({
      rules: record?.rules,
      effects: record?.effects,
    });
    expect(trial.release).toBe(1);
    const place = (await tableOf(OURS, 'records')).find(({ playerId }) => playerId === 'player-3');
    expect(trial.boards.find(({ board }) => board === 'records')?.after).toMatchObject({
      rank: place?.rank,
      score: place?.score,
    });
  });

  it('creates no player, and writes nothing', async () => {
    const before = await playersOf(OURS);

    const stranger = event(OURS, 501, 'nobody-yet', 9);
    const trial = await handler.ofEvent(draft(OTHER), stranger, NOW, LIMITS, new AbortController().signal);

    expect(trial.boards).toMatchObject([{ board: 'top', now: null, after: { rank: 1, score: 4 } }]);
    expect(await playersOf(OURS)).toEqual(before);
  });

  it('says of rules that they do not match where the event would be held back', async () => {
    const bounded: ProgramDocument = {
      ...FIRST,
      stats: [{ key: 'points', aggregation: 'sum', plausible: { max: 0 } }, ...FIRST.stats.slice(1)],
    };
    const sent = event(OURS, 505, 'player-new', 9);
    const { after } = await handler.ofEvent(draft(bounded), sent, NOW, LIMITS, new AbortController().signal);

    const reason = 'the event would be held back: max of points is 0';
    expect(after.verdicts[0]).toEqual({ rule: 'score', matched: false, reason });
    expect(after.effects).toEqual([]);
  });

  it('tells no rank among more players than it may read', async () => {
    const few = { ...LIMITS, players: 3 };
    const trial = await handler.ofEvent(
      draft(FIRST),
      event(OURS, 502, 'player-1', 9),
      NOW,
      few,
      new AbortController().signal,
    );

    expect(trial.boards.every(({ after }) => after?.rank === null)).toBe(true);
  });
});

describe('a dry run of a rule for the first players', () => {
  const PLACES = 4;
  const early = (firstPlayers: number): ProgramDocument['rules'][number] => ({
    key: 'early',
    on: ['scored'],
    firstPlayers,
    then: [{ effect: 'award', currency: 'medals', amount: 1 }],
  });
  const tries = (rule: ProgramDocument['rules'][number]): DryRunOf =>
    draft({ ...FIRST, rules: [...(FIRST.rules ?? []), rule] });
  const claim = (playerId: string, number: number): ClaimDocument => ({
    ...{ _id: claimId(OURS, 'early@2', playerId), workspace: OURS, rule: 'early@2' },
    ...{ playerId, eventId: 'e', number },
  });
  const taken = () => db().collection<ClaimDocument>(CLAIMS_COLLECTION);
  afterEach(() => taken().deleteMany({}));

  async function earlyIn(rule: ProgramDocument['rules'][number]) {
    const options = { signal: new AbortController().signal, onProgress: () => undefined };
    const result = await handler.ofHistory(tries(rule), ALL, 100, LIMITS, options);
    if (!result.ok) throw new Error('too many events');
    const { after, movements } = result.value;
    const gains = movements.find(({ key }) => key === 'medals')?.gains ?? [];
    return { hits: after.hits.get('early'), misses: after.misses.get('early'), gains };
  }

  it('gives the places to whom it meets first, for all of their events', async () => {
    const { hits, misses, gains } = await earlyIn(early(PLACES));

    const own = (playerId: string) => (record: EventRecord) =>
      record.type === 'scored' && record.status === 'processed' && record.playerId === playerId;
    const records = await recordsOf(OURS);
    expect(gains).toHaveLength(PLACES);
    const counted = gains.map(({ playerId }) => records.filter(own(playerId)).length);
    expect(hits).toBe(counted.reduce((sum, times) => sum + times, 0));
    expect([...(misses?.keys() ?? [])]).toEqual(['it is for the first 4 players, and all places are taken']);
    expect(await taken().countDocuments()).toBe(0);
  });

  it('leaves the places that are taken to those who have them', async () => {
    await taken().insertMany([claim('player-8', 1), claim('player-7', 2), claim('player-6', 3)]);

    const { gains } = await earlyIn(early(PLACES));

    expect(gains).toHaveLength(PLACES);
    expect(gains.map(({ playerId }) => playerId)).toEqual(expect.arrayContaining(['player-6', 'player-7', 'player-8']));
  });

  it('tells of one event whether its player would have a place', async () => {
    const matches = async (playerId: string): Promise<boolean | undefined> => {
      const sent = event(OURS, 600, playerId, 5);
      const trial = await handler.ofEvent(tries(early(2)), sent, NOW, LIMITS, new AbortController().signal);
      return trial.after.verdicts.find(({ rule }) => rule === 'early')?.matched;
    };

    expect(await matches('player-1')).toBe(true);
    await taken().insertMany([claim('player-8', 1), claim('player-7', 2)]);
    expect([await matches('player-1'), await matches('player-7')]).toEqual([false, true]);
  });
});
