import { randomUUID } from 'node:crypto';
import {
  CHECKPOINTS_COLLECTION,
  type CheckpointDocument,
  type EventMessage,
  type EventRecord,
  type LedgerEntry,
  playerKey,
  partitionOf,
} from '@laurel/contracts';
import { EventStore } from '@laurel/platform-event-store';
import { createRedisClient } from '@laurel/platform-redis';
import { type ProgramDocument } from '@laurel/releases-domain';
import { silentLog, until } from '@laurel/testing';
import type { INestApplication } from '@nestjs/common';
import { ScoringSpec } from './scoring-spec.builder.js';

const PROGRAM: ProgramDocument = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      when: { property: 'event.properties.amount', op: 'exists', value: true },
      then: [
        { effect: 'record', stat: 'points', amount: { property: 'event.properties.amount' } },
        { effect: 'award', currency: 'coins', amount: 2 },
      ],
    },
  ],
  leaderboards: [
    { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
};

const spec = new ScoringSpec();
const { servers, workspace, topics, kafka } = spec;
const redis = createRedisClient({ url: servers.redisUrl }, silentLog);
const running: INestApplication[] = [];

const database = () => spec.database();
const recordsOf = spec.recordsOf.bind(spec);
const playerOf = spec.playerOf.bind(spec);
const publish = spec.publish.bind(spec);
const recordOf = async (playerId: string, eventId: string): Promise<EventRecord | undefined> =>
  (await recordsOf(playerId, eventId))[0];
const keys = spec.ranksOf(PROGRAM, 'top');
const { ranks: ranksKey, rows: rowsKey } = keys.window('all');
const positionsKey = keys.positions;

async function startScoring(): Promise<INestApplication> {
  const app = await spec.startScoring({ eventAge: { maxAgeDays: 36_500 } });
  running.push(app);
  return app;
}

async function send(playerId: string, eventId: string, amount: unknown = 3, more: Partial<EventMessage> = {}) {
  const now = Date.now();
  const message: EventMessage = {
    v: 1,
    kind: 'event',
    workspace,
    eventId,
    type: 'scored',
    playerId,
    occurredAt: now,
    receivedAt: now,
    properties: { amount },
    ...more,
  };
  await sendRaw(playerKey(workspace, playerId), JSON.stringify(message));
}

const sendRaw = spec.put.bind(spec);

describe('the scoring service', () => {
  beforeAll(async () => {
    await spec.open();
    await publish(1, PROGRAM);
    await startScoring();
  });

  afterAll(async () => {
    await Promise.all(running.map((app) => app.close()));
    redis.disconnect();
    await spec.close();
  });

  it('records an event with its release, rules and effects, and brings stat, balance, ledger and rank with it', async () => {
    await send('anna', 'first');

    const record = await until('the event is recorded', async () => (await recordOf('anna', 'first')) ?? undefined);
    const player = await playerOf('anna');
    const entries: LedgerEntry[] = [];
    for await (const entry of new EventStore(database()).ledgerOfPlayer(workspace, 'anna')) entries.push(entry);

    expect(record).toMatchObject({ status: 'processed', release: 1, rules: [{ rule: 'score', matched: true }] });
    expect(record.effects).toMatchObject([
      { kind: 'record', stat: 'points', amount: 3, value: 3 },
      { kind: 'award', currency: 'coins', amount: 2, balance: 2 },
      { kind: 'standing', board: 'top@1', window: 'all', score: 3 },
    ]);
    expect(player).toMatchObject({ stats: { 'points@1': { value: 3 } }, balances: { coins: 2 } });
    expect(entries).toMatchObject([{ amount: 2, balanceAfter: 2, reason: { rule: 'score', eventId: 'first' } }]);
    await until('the rank is projected', async () => (await redis.zcard(ranksKey)) === 1);
  });

  it('decides an event by the append time of the broker', async () => {
    const before = Date.now();
    await send('bea', 'timed', 1, { occurredAt: Date.parse('2014-08-16T15:00:00Z') });

    const record = await until('it is recorded', async () => (await recordOf('bea', 'timed')) ?? undefined);

    expect(record.decidedAt).toBeGreaterThanOrEqual(before - 1_000);
    expect(record.occurredAt).toBe(Date.parse('2014-08-16T15:00:00Z'));
  });

  it('gives an event that is sent again no effect, and records every attempt', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () =>
        send('carl', 'again', 5, { occurredAt: 1_000, sentOccurredAt: '1970-01-01T00:00:01Z' }),
      ),
    );
    await send('carl', 'again', 6);

    const records = await until('the last attempt is recorded', async () => {
      const found = await recordsOf('carl', 'again');
      return found.at(-1)?.status === 'conflict' ? found : undefined;
    });

    expect(records.map(({ status }) => status)).toEqual(['processed', ...Array(19).fill('duplicate'), 'conflict']);
    expect(records.slice(1).flatMap(({ effects }) => effects)).toEqual([]);
    expect(await playerOf('carl')).toMatchObject({ stats: { 'points@1': { value: 5 } } });
  });

  it('records the refusal of an effect whose amount is no integer, and the other effects stand', async () => {
    await send('dora', 'odd', 'many');

    const record = await until('it is recorded', async () => (await recordOf('dora', 'odd')) ?? undefined);

    expect(record.effects).toMatchObject([
      { kind: 'refused', rule: 'score', code: 'rules.amount_not_integer' },
      { kind: 'award', currency: 'coins', balance: 2 },
    ]);
  });

  it('moves an unreadable message to the dead letters and goes on', async () => {
    const letters: string[] = [];
    const consumer = kafka.consumer({ groupId: `spec-${randomUUID()}`, maxWaitTimeInMs: 100 });
    await consumer.connect();
    await consumer.subscribe({ topic: topics.deadLetter, fromBeginning: true });
    await consumer.run({ eachMessage: async ({ message }) => void letters.push(String(message.value)) });

    await sendRaw(playerKey(workspace, 'emil'), '{"v":1,"kind":"ev');
    await send('emil', 'after-poison');

    await until('the event behind it is recorded', async () => (await recordOf('emil', 'after-poison')) ?? undefined);
    await until('the dead letter is there', () => letters.length > 0);
    await consumer.disconnect();
    const letter: unknown = JSON.parse(letters[0] ?? '');
    expect(letter).toMatchObject({
      v: 1,
      topic: topics.events,
      cause: 'scoring.undecodable',
      detail: 'the message is not JSON',
    });
  });

  it('decides by the release at the position of the event', async () => {
    const doubled = structuredClone(PROGRAM) as { rules: { then: { amount: unknown }[] }[] } & ProgramDocument;
    doubled.rules[0]?.then.splice(1, 1, { effect: 'award', currency: 'coins', amount: 20 } as never);
    await send('finn', 'before');
    await publish(2, doubled, PROGRAM);
    await send('finn', 'behind');

    const behind = await until('it is recorded', async () => (await recordOf('finn', 'behind')) ?? undefined);
    const before = await recordOf('finn', 'before');

    expect([before?.release, behind.release]).toEqual([1, 2]);
    expect(behind.effects).toContainEqual(expect.objectContaining({ kind: 'award', amount: 20, balance: 22 }));
  });

  it('brings the ranks back from the committed state when Redis has lost them', async () => {
    await send('gina', 'ranked', 50);
    await until('she is ranked', async () => (await redis.zrevrange(ranksKey, '-1', '-1'))[0]?.endsWith('gina'));
    const before = await redis.zrange(ranksKey, '0', '-1', 'WITHSCORES');

    await redis.del(ranksKey, rowsKey, positionsKey);

    await until('the ranks are back', async () => (await redis.zcard(ranksKey)) === before.length / 2);
    expect(await redis.zrange(ranksKey, '0', '-1', 'WITHSCORES')).toEqual(before);
  });

  it('goes on from its checkpoint after a restart, without reading anything twice', async () => {
    await send('hugo', 'one');
    await until('it is recorded', async () => (await recordOf('hugo', 'one')) ?? undefined);
    await running.shift()?.close();
    await send('hugo', 'two');

    await startScoring();

    await until('the event sent meanwhile is recorded', async () => (await recordOf('hugo', 'two')) ?? undefined);
    expect(await recordsOf('hugo', 'one')).toHaveLength(1);
    expect(await playerOf('hugo')).toMatchObject({ stats: { 'points@1': { value: 6 } } });
  });

  it('halts a partition whose log is not the one that was committed', async () => {
    await send('ines', 'one');
    await until('it is recorded', async () => (await recordOf('ines', 'one')) ?? undefined);
    const partition = partitionOf(playerKey(workspace, 'ines'));
    await running.shift()?.close();
    const checkpoints = database().collection<CheckpointDocument>(CHECKPOINTS_COLLECTION);
    const genuine = await checkpoints.findOne({ _id: partition });
    await checkpoints.updateOne({ _id: partition }, { $set: { fingerprint: 'of another message' } });

    await startScoring();
    await send('ines', 'two');

    const halted = await until(
      'the partition halts',
      async () => (await checkpoints.findOne({ _id: partition }))?.halted,
    );
    expect(halted).toMatchObject({ code: 'scoring.position_mismatch' });
    expect(await recordOf('ines', 'two')).toBeUndefined();
    await checkpoints.updateOne({ _id: partition }, { $set: { fingerprint: genuine?.fingerprint ?? '' } });
    await running.shift()?.close();
    await startScoring();
    await until('it goes on once the state fits the log', async () => (await recordOf('ines', 'two')) ?? undefined);
    expect((await checkpoints.findOne({ _id: partition }))?.halted).toBeUndefined();
  });

  it('goes on in a new epoch where an operator lets it, and counts no event a second time', async () => {
    await send('jana', 'one');
    await until('it is recorded', async () => (await recordOf('jana', 'one')) ?? undefined);
    const partition = partitionOf(playerKey(workspace, 'jana'));
    await running.shift()?.close();
    const checkpoints = database().collection<CheckpointDocument>(CHECKPOINTS_COLLECTION);
    await checkpoints.updateOne({ _id: partition }, { $set: { epoch: 2, offset: -1, published: -1, fingerprint: '' } });

    await startScoring();
    await send('jana', 'two');

    const record = await until('it is recorded', async () => (await recordOf('jana', 'two')) ?? undefined);
    expect(record.epoch).toBe(2);
    expect(await recordsOf('jana', 'one')).toMatchObject([
      { status: 'processed', epoch: 1 },
      { status: 'duplicate', epoch: 2 },
    ]);
    expect(await playerOf('jana')).toMatchObject({ stats: { 'points@1': { value: 6 } } });
  });
});
