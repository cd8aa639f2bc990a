import {
  type CommandMessage,
  type EventMessage,
  type EventRecord,
  type EventsTopicMessage,
  type LedgerEntry,
  type Outcome,
  type OutcomesMessage,
  playerKey,
  voidCommandId,
  partitionOf,
} from '@laurel/contracts';
import { EventStore } from '@laurel/platform-event-store';
import { readTopic, topicRanges } from '@laurel/platform-kafka';
import { createRedisClient } from '@laurel/platform-redis';
import { type ProgramDocument } from '@laurel/releases-domain';
import { Differences, VerifyStateHandler } from '@laurel/scoring-feature';
import { silentLog, until } from '@laurel/testing';
import type { INestApplication } from '@nestjs/common';
import { ScoringSpec } from './scoring-spec.builder.js';

/** Every event records its amount and pays as many coins. The league has members with a prefix, the sprint has packed ones. */
const PROGRAM: ProgramDocument = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      then: [
        { effect: 'record', stat: 'points', amount: { property: 'event.properties.amount' } },
        { effect: 'award', currency: 'coins', amount: { property: 'event.properties.amount' } },
      ],
    },
  ],
  leaderboards: [
    { key: 'league', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
    {
      key: 'sprint',
      source: { stat: 'points' },
      aggregation: 'best',
      order: 'desc',
      ties: { columns: [], then: 'shared' },
      windows: [{ kind: 'all' }],
    },
  ],
};

const spec = new ScoringSpec();
const { servers, workspace, topics, kafka } = spec;
const redis = createRedisClient({ url: servers.redisUrl }, silentLog);
let app: INestApplication;

const database = () => spec.database();
const recordsOf = spec.recordsOf.bind(spec);
const playerOf = spec.playerOf.bind(spec);
const keyOf = (name: string, board = 'league') => `${spec.ranksOf(PROGRAM, board).base}:${name}`;

const startScoring = () => spec.startScoring({ eventAge: { maxAgeDays: 36_500 } });

const put = (key: string, message: EventsTopicMessage, partition?: number): Promise<void> =>
  spec.put(key, JSON.stringify(message), partition);

async function send(playerId: string, eventId: string, amount: number): Promise<void> {
  const now = Date.now();
  const event: Omit<EventMessage, 'v' | 'kind'> = {
    ...{ workspace, eventId, playerId },
    ...{ type: 'scored', occurredAt: now, receivedAt: now, properties: { amount } },
  };
  await put(playerKey(workspace, playerId), { v: 1, kind: 'event', ...event });
}

async function order(playerId: string, target: string, reason = 'a mistake'): Promise<void> {
  const command: CommandMessage = {
    ...{ v: 1, kind: 'command', command: 'void', workspace, playerId, target, reason },
    ...{ commandId: voidCommandId(target), by: 'key_spec', receivedAt: Date.now() },
  };
  await put(playerKey(workspace, playerId), command);
}

const recorded = (playerId: string, eventId: string, count = 1): Promise<EventRecord[]> =>
  until(`${eventId} is recorded`, async () => {
    const records = await recordsOf(playerId, eventId);
    return records.length >= count ? records : undefined;
  });
const voided = (playerId: string, eventId: string, count = 1) => recorded(playerId, voidCommandId(eventId), count);

async function ledgerOf(playerId: string): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = [];
  for await (const entry of new EventStore(database()).ledgerOfPlayer(workspace, playerId)) entries.push(entry);
  return entries;
}

/** Which of some players stand on a board, best first. Members end with the player's name. */
async function ranked(board: string, ...names: readonly string[]): Promise<string> {
  const members = await redis.zrange(keyOf('ranks:all', board), '0', '-1');
  return members.flatMap((member) => names.find((name) => member.endsWith(name)) ?? []).join();
}
const onBoards = async (name: string): Promise<string[]> =>
  Promise.all(['league', 'sprint'].map((board) => ranked(board, name)));

/** What of a player's outcomes went out, in their order, each once. */
async function outcomesOf(playerId: string): Promise<Outcome[]> {
  const found = new Map<string, Outcome>();
  await readTopic(kafka, {
    topic: topics.outcomes,
    ranges: await topicRanges(kafka, topics.outcomes),
    onMessages: (messages) => {
      for (const { value } of messages) {
        const { outcomes } = JSON.parse(String(value)) as OutcomesMessage;
        for (const outcome of outcomes) if (outcome.playerId === playerId) found.set(outcome.id, outcome);
      }
    },
  });
  return [...found.values()];
}

describe('voiding an event', () => {
  beforeAll(async () => {
    await spec.open();
    await spec.publish(1, PROGRAM);
    app = await startScoring();
  });

  afterAll(async () => {
    await app.close();
    redis.disconnect();
    await spec.close();
  });

  it('takes its points and coins back and moves the player on the boards; the history keeps both', async () => {
    await send('anna', 'small', 4);
    await send('anna', 'big', 60);
    await send('bea', 'only', 20);
    await until('anna leads', async () => (await ranked('league', 'anna', 'bea')) === 'anna,bea');

    await order('anna', 'big');

    const [record] = await voided('anna', 'big');
    expect(record).toMatchObject({
      type: 'laurel.event_voided',
      status: 'processed',
      properties: { eventId: 'big', reason: 'a mistake', by: 'key_spec' },
      effects: [
        { kind: 'restatement', stat: 'points@1', value: 4 },
        { kind: 'reversal', currency: 'coins', amount: -60, balance: 4 },
        { kind: 'standing', board: 'league@1', score: 4 },
        { kind: 'standing', board: 'sprint@1', score: 4 },
      ],
    });
    expect(await recordsOf('anna', 'big')).toMatchObject([
      { status: 'processed', effects: [{ amount: 60 }, {}, {}, {}] },
    ]);
    expect(await playerOf('anna')).toMatchObject({ stats: { 'points@1': { value: 4 } }, balances: { coins: 4 } });
    await until('bea leads', async () => (await ranked('league', 'anna', 'bea')) === 'bea,anna');
    await until('in both boards', async () => (await ranked('sprint', 'anna', 'bea')) === 'bea,anna');
  });

  it('moves the balance by a ledger entry of its own, so that the ledger still adds up to it', async () => {
    await send('carl', 'one', 7);
    await send('carl', 'two', 9);
    await order('carl', 'one');
    await voided('carl', 'one');

    const ledger = await ledgerOf('carl');

    expect(ledger.map(({ amount, balanceAfter }) => [amount, balanceAfter])).toEqual([
      [7, 7],
      [9, 16],
      [-7, 9],
    ]);
    expect(ledger[2]?.reason).toEqual({ kind: 'void', eventId: 'one', reason: 'a mistake', by: 'key_spec' });
    expect((await playerOf('carl'))?.balances).toEqual({ coins: 9 });
  });

  it('takes a player off the boards of whom nothing remains there', async () => {
    await send('dora', 'only', 5);
    await until('she is ranked', async () => (await onBoards('dora')).join() === 'dora,dora');

    await order('dora', 'only');

    const [record] = await voided('dora', 'only');
    expect(record?.effects).toMatchObject([
      { kind: 'restatement', value: null },
      { kind: 'reversal', amount: -5, balance: 0 },
      { kind: 'removal', board: 'league@1', window: 'all' },
      { kind: 'removal', board: 'sprint@1', window: 'all' },
    ]);
    await until('she is gone', async () => (await onBoards('dora')).join('') === '');
    expect(await redis.hexists(keyOf('rows:all'), 'dora')).toBe(0);
    expect(await playerOf('dora')).toMatchObject({ stats: {}, balances: {}, boards: {} });
  });

  it('has one effect however often it is ordered, and the event that comes again stays a duplicate', async () => {
    await send('emil', 'one', 3);
    await send('emil', 'other', 2);
    await order('emil', 'one');
    await order('emil', 'one');
    await order('emil', 'one', 'for another reason');
    await send('emil', 'one', 3);
    await send('emil', 'last', 1);
    await recorded('emil', 'last');

    expect((await voided('emil', 'one')).map(({ status }) => status)).toEqual(['processed', 'duplicate', 'conflict']);
    expect((await recordsOf('emil', 'one')).map(({ status }) => status)).toEqual(['processed', 'duplicate']);
    expect(await playerOf('emil')).toMatchObject({ stats: { 'points@1': { value: 3 } }, balances: { coins: 3 } });
  });

  it('fails where there is nothing to take back, and can be ordered again when there is', async () => {
    await order('finn', 'late-comer');
    const [failed] = await voided('finn', 'late-comer');
    expect(failed).toMatchObject({ status: 'failed', failure: { code: 'scoring.nothing_to_void' }, effects: [] });
    expect(await playerOf('finn')).toBeNull();

    await send('finn', 'late-comer', 8);
    await order('finn', 'late-comer', 'for another reason');

    expect((await voided('finn', 'late-comer', 2)).map(({ status }) => status)).toEqual(['failed', 'processed']);
    expect((await playerOf('finn'))?.balances).toEqual({});
  });

  it('goes out as an outcome with what it changed', async () => {
    await send('gina', 'only', 6);
    await order('gina', 'only');
    await voided('gina', 'only');

    const outcome = await until('it is published', async () =>
      (await outcomesOf('gina')).find(({ eventId }) => eventId === voidCommandId('only')),
    );

    expect(outcome).toMatchObject({ type: 'laurel.event_voided', status: 'processed' });
    expect(outcome.effects).toContainEqual({ kind: 'reversal', currency: 'coins', amount: -6, balance: 0 });
  });

  it('takes a player off a board also where the ranks lost that and are repaired', async () => {
    const partition = String(partitionOf(playerKey(workspace, 'hugo')));
    await send('hugo', 'only', 5);
    await until('he is ranked', async () => (await onBoards('hugo')).join() === 'hugo,hugo');
    const mark = (await redis.hget(keyOf('positions'), partition)) ?? '';
    const prefix = (await redis.hget(keyOf('rows:all'), 'hugo')) ?? '';
    const score = Number(await redis.zscore(keyOf('ranks:all'), `${prefix}hugo`));
    await order('hugo', 'only');
    await until('he is gone', async () => (await onBoards('hugo')).join('') === '');

    // As Redis would be that had lost its last second.
    await redis
      .multi()
      .zadd(keyOf('ranks:all'), score, `${prefix}hugo`)
      .hset(keyOf('rows:all'), 'hugo', prefix)
      .hset(keyOf('positions'), partition, mark)
      .exec();

    await until('he is gone again', async () => (await onBoards('hugo')).join('') === '');
    expect(await redis.hexists(keyOf('rows:all'), 'hugo')).toBe(0);
  });

  it('leaves state that is what the records lead to, ledger and players alike', async () => {
    const differences = new Differences(20);

    await new VerifyStateHandler(database()).verify(
      { workspaces: new Set([workspace]), playersInMemory: 1_000 },
      differences,
      () => undefined,
    );

    expect(differences.list).toEqual([]);
  });
});
