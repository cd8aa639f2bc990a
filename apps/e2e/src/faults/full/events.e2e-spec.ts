import { RELEASES_COLLECTION, type ReleaseDocument, releaseDocumentId, topicNames } from '@laurel/contracts';
import { createKafka } from '@laurel/platform-kafka';
import type { ReleasedProgram } from '@laurel/releases-domain';
import { silentLog, until } from '@laurel/testing';
import { Api } from '../../stack/api.js';
import { LaurelStack } from '../../stack/laurel-stack.js';
import { CommittedState } from '../harness/committed-state.js';
import { FaultRun } from '../harness/fault-run.js';
import { GameEvents } from '../harness/game-events.js';
import { stillProgram } from '../harness/game-program.js';
import { chanceOf } from '../harness/seed.js';

const PARTITIONS = 12;

let stack: LaurelStack;
let committed: CommittedState;

beforeAll(async () => {
  // One player sends a thousand events at once here.
  stack = await LaurelStack.start({ LAUREL_PLAYER_EVENTS_PER_SECOND: '1000000' });
  committed = await CommittedState.open(stack.environment);
}, 120_000);
afterAll(async () => {
  await committed.close();
  await stack.stop();
});

const kafka = () =>
  createKafka({ brokers: (stack.environment['LAUREL_KAFKA_BROKERS'] ?? '').split(','), clientId: 'faults' }, silentLog);
const topics = () => topicNames(stack.environment['LAUREL_KAFKA_TOPIC_PREFIX'] ?? '');

async function playground(begin: number) {
  const { workspace, secretKey } = await stack.createWorkspace(`events-${process.hrtime.bigint()}`, 'dev');
  const api = new Api(stack, secretKey);
  expect((await api.publish(stillProgram(begin))).status).toBe(201);
  return { workspace, api };
}

async function untilScored(): Promise<void> {
  const ends = await committed.endOfLog();
  await until('all of it is scored', () => committed.hasReached(ends), 60_000);
}

/** A release that no gateway would take: recording its stats throws. What a defect in a rule looks like. */
async function storeWhatThrows(workspace: string): Promise<void> {
  const releases = committed.db.collection<ReleaseDocument<ReleasedProgram>>(RELEASES_COLLECTION);
  const good = await releases.findOne({ _id: releaseDocumentId(workspace, 1) });
  if (!good) throw new Error('nothing is published');
  const stats = good.program.stats.map((stat) => ({ ...stat, aggregation: 'none' as never }));
  const _id = releaseDocumentId(workspace, 2);
  await releases.insertOne({ ...good, _id, release: 2, program: { ...good.program, stats }, announcedAt: null });
  await until('it is announced', async () => (await releases.findOne({ _id }))?.announcedAt !== null);
}

const wholeSecond = () => Math.floor(Date.now() / 1_000) * 1_000;

async function countLetters(): Promise<number> {
  const admin = kafka().admin();
  await admin.connect();
  const offsets = await admin.fetchTopicOffsets(topics().deadLetter);
  await admin.disconnect();
  return offsets.reduce((sum, { high }) => sum + Number(high), 0);
}

describe('events as they come', () => {
  it('poison in every partition under load: each goes to the dead letters, and the partitions move on', async () => {
    const chance = chanceOf('poison');
    const run = await FaultRun.start({ stack, chance, eventsPerSecond: 300, retries: true });
    const bad = [Buffer.from([0xff, 0xfe, 0x00]), Buffer.from('{"v":1,"kind":'), Buffer.from('{"v":99}'), null];
    const producer = kafka().producer();
    await producer.connect();
    for (let round = 1; round <= 3; round += 1) {
      await run.untilMore(chance.between(50, 150));
      const messages = Array.from({ length: PARTITIONS }, (_, partition) => ({
        partition,
        value: bad[chance.between(0, bad.length)] ?? null,
      }));
      await producer.send({ topic: topics().events, messages });
    }
    await producer.disconnect();
    await run.untilMore(200);
    await run.expectExactlyOnce();

    await until('all letters are there', async () => (await countLetters()) === 3 * PARTITIONS);
  }, 300_000);

  it('a rule that throws: its events fail and go to the dead letters, and those of other types and players are scored', async () => {
    const begin = wholeSecond();
    const { workspace, api } = await playground(begin);
    await storeWhatThrows(workspace);
    const before = await countLetters();
    const match = { type: 'match', properties: { mode: 'ranked', points: 3, kills: 2, rating: 1_000, seconds: 70 } };
    const gift = { type: 'gift', properties: { gems: 4 } };
    const gifts = Array.from({ length: 200 }, (_, index) => ({
      ...gift,
      playerId: `player-${index}`,
      eventId: `g${index}`,
    }));
    const matches = gifts.map(({ playerId }, index) => ({ ...match, playerId, eventId: `m${index}` }));

    expect(
      (await api.sendBatch(gifts.flatMap((each, index) => [each, ...matches.slice(index, index + 1)]))).status,
    ).toBe(202);
    await untilScored();

    const records = await committed.records(workspace);
    const statuses = (type: string) =>
      new Set(records.filter((record) => record.type === type).map(({ status }) => status));
    expect([statuses('gift'), statuses('match')]).toEqual([new Set(['processed']), new Set(['failed'])]);
    expect(records.find(({ type }) => type === 'match')?.failure).toMatchObject({ code: 'scoring.decision_failed' });
    const players = await committed.players(workspace);
    expect(players.map(({ balances, stats }) => [balances, stats])).toEqual(players.map(() => [{ gems: 4 }, {}]));
    expect(players).toHaveLength(200);
    await until('all letters are there', async () => (await countLetters()) === before + 200);
  }, 120_000);

  it('out of order and late: every order gives the same stats, balances and boards', async () => {
    const chance = chanceOf('permutations');
    const begin = wholeSecond();
    const source = new GameEvents(chance.fork(), 40, begin);
    const events = Array.from({ length: 600 }, () => source.next());
    const ends = [];
    for (let permutation = 1; permutation <= 3; permutation += 1) {
      const { workspace, api } = await playground(begin);
      const shuffled = chance.shuffled(events);
      for (let index = 0; index < shuffled.length; index += 100) {
        expect((await api.sendBatch(shuffled.slice(index, index + 100))).body).toMatchObject({ rejected: 0 });
      }
      await untilScored();
      const players = await committed.players(workspace);
      ends.push(
        new Map(players.map(({ playerId, stats, balances, boards }) => [playerId, { stats, balances, boards }])),
      );
    }
    expect(ends[1]).toEqual(ends[0]);
    expect(ends[2]).toEqual(ends[0]);
  }, 300_000);

  it('1,000 copies of one event at once: one effect, and another body under its id is recorded as a conflict', async () => {
    const begin = wholeSecond();
    const { workspace, api } = await playground(begin);
    const event = {
      eventId: 'copied',
      type: 'match',
      playerId: 'ada',
      occurredAt: new Date(begin - 60_000).toISOString(),
      properties: { mode: 'ranked', points: 3, kills: 2, rating: 1_000, seconds: 70 },
    };
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => api.sendEvent(event)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    await api.sendEvent({ ...event, properties: { ...event.properties, points: 9 } });
    await untilScored();

    const statuses = (await committed.records(workspace)).map(({ status }) => status);
    expect(statuses.filter((status) => status !== 'duplicate')).toEqual(['processed', 'conflict']);
    const [ada] = await committed.players(workspace);
    expect(ada).toMatchObject({
      balances: { coins: 3 },
      stats: { 'points@1': { value: 3 }, 'matches@1': { value: 1 } },
    });
    const { body } = await api.query('/v1/events/copied');
    expect(body['status']).toBe('processed');
    expect(JSON.stringify(body['attempts'])).toContain('"conflict"');
  }, 120_000);
});
