import {
  type DeadLetterMessage,
  type EventMessage,
  type EventRecord,
  topicNames,
  voidCommandId,
} from '@laurel/contracts';
import { EVENT_VOIDED } from '@laurel/kernel';
import { KafkaProducer, createKafka, createTopics, readTopic, topicRanges } from '@laurel/platform-kafka';
import { silentLog, testServers, uniqueTestScope } from '@laurel/testing';
import { DeadLetters } from './dead-letters.kafka.js';
import { type LetterChoice, ReplayDeadLettersHandler } from './replay-dead-letters.handler.js';

const topics = topicNames(uniqueTestScope().topicPrefix);
const kafka = createKafka({ brokers: testServers().kafkaBrokers, clientId: 'spec' }, silentLog);
const producer = new KafkaProducer(kafka, silentLog);
const letters = new DeadLetters(kafka, topics);
const readProblem = (value: Buffer) => (value.toString().startsWith('{') ? undefined : 'the message is not JSON');
const handler = new ReplayDeadLettersHandler(letters, producer, topics, readProblem);

const EVENT: EventMessage = {
  v: 1,
  kind: 'event',
  workspace: 'ws_1',
  eventId: 'e1',
  type: 'scored',
  playerId: 'anna',
  occurredAt: 1_000,
  sentOccurredAt: '1970-01-01T00:00:01Z',
  receivedAt: 2_000,
  properties: { amount: 3 },
};

/** The letter of an event that failed, as scoring publishes it: the record without its place and failure. */
const recordOf = (event: EventMessage): Partial<EventRecord> => {
  const { v: _v, kind: _kind, ...content } = event;
  return { ...content, decidedAt: 3_000, epoch: 1, release: 2, status: 'failed', rules: [], effects: [] };
};

async function send(topic: string, key: string, value: string, partition?: number): Promise<number> {
  const sent = await producer.send(topic, [{ key, value, ...(partition === undefined ? {} : { partition }) }]);
  if (!sent.ok) throw new Error(sent.error.detail);
  return sent.value[0]?.offset ?? -1;
}

async function putAside(partition: number, offset: number, value: unknown, more: Partial<DeadLetterMessage> = {}) {
  const bytes = typeof value === 'string' ? value : JSON.stringify(value);
  const letter: DeadLetterMessage = {
    v: 1,
    topic: topics.events,
    partition,
    offset: String(offset),
    key: 'ws_1|anna',
    value: Buffer.from(bytes).toString('base64'),
    cause: 'scoring.undecodable',
    detail: 'the message is not JSON',
    ...more,
  };
  await send(topics.deadLetter, `${partition}:${offset}`, JSON.stringify(letter));
}

/** What replaying adds to the events topic. */
async function replay(choice: LetterChoice) {
  const before = new Map((await topicRanges(kafka, topics.events)).map(({ partition, high }) => [partition, high]));
  const done = await handler.handle(choice);
  if (!done.ok) throw new Error(done.error.detail);
  const produced: { partition: number; key: string; value: string }[] = [];
  await readTopic(kafka, {
    topic: topics.events,
    ranges: (await topicRanges(kafka, topics.events)).map((range) => ({
      ...range,
      low: before.get(range.partition) ?? 0,
    })),
    onMessages: (messages) =>
      messages.forEach(({ partition, key, value }) =>
        produced.push({ partition, key: String(key), value: String(value) }),
      ),
  });
  return { ...done.value, produced };
}

beforeAll(async () => {
  await createTopics(kafka, topics, { replicationFactor: 1, retentionMs: 86_400_000 });
  await producer.connect();
});

afterAll(async () => {
  await producer.disconnect();
  const admin = kafka.admin();
  await admin.connect();
  await admin.deleteTopics({ topics: Object.values(topics) });
  await admin.disconnect();
});

describe('dead letters', () => {
  it('are listed once each with what they tell, though one was published twice', async () => {
    const before = await letters.list({});
    await putAside(3, 10, '{"v":1,"ki');
    await putAside(3, 10, '{"v":1,"ki');
    await putAside(4, 2, recordOf(EVENT), { cause: 'scoring.decision_failed', detail: 'a rule threw' });
    await send(topics.deadLetter, 'x', 'no letter at all');

    const found = await letters.list({});

    expect(before).toEqual([]);
    expect(found).toHaveLength(2);
    expect(found.find(({ position }) => position === '3:10')).toMatchObject({
      workspace: 'ws_1',
      playerId: 'anna',
      eventId: undefined,
      cause: 'scoring.undecodable',
      copies: 2,
    });
    expect(found.find(({ position }) => position === '4:2')).toMatchObject({ eventId: 'e1', copies: 1 });
  });

  it.each([
    ['workspace', { workspace: 'ws_2' }, ['5:1']],
    ['cause', { cause: 'scoring.unknown_release' }, ['5:1']],
    ['time', { from: 0, to: 1 }, []],
  ])('are chosen by %s', async (_, filter, positions) => {
    await putAside(5, 1, 'nothing', { key: 'ws_2|bert', cause: 'scoring.unknown_release' });

    expect((await letters.list(filter)).map(({ position }) => position)).toEqual(positions);
  });

  it('are read from the latest of each partition alone where so many are asked for', async () => {
    const cause = 'scoring.a_flood';
    for (const offset of [1, 2, 3]) await putAside(12, offset, 'nothing', { cause });

    const latest = await new DeadLetters(kafka, topics, 1).list({ cause });

    expect((await letters.list({ cause })).map(({ position }) => position).sort()).toEqual(['12:1', '12:2', '12:3']);
    // Their keys decide where they lie: one at most of each partition of the topic.
    expect(latest.length).toBeLessThanOrEqual(3);
    expect(latest.map(({ position }) => position)).toContain('12:3');
  });
});

describe('replaying dead letters', () => {
  it('produces an event that failed as the gateway wrote it, under its key, into its partition', async () => {
    const sent: EventMessage = { ...EVENT, client: true };
    await putAside(7, 1, recordOf(sent), { cause: 'scoring.decision_failed', detail: 'a rule threw' });

    const { produced, replayed } = await replay({ positions: ['7:1'] });

    expect(produced).toMatchObject([{ partition: 7, key: 'ws_1|anna' }]);
    expect(JSON.parse(produced[0]?.value ?? '')).toEqual(sent);
    expect(replayed).toMatchObject([{ letter: { position: '7:1' }, receipt: { partition: 7 } }]);
  });

  it('produces nothing of another workspace, though the place of its message is the same in a log that began anew', async () => {
    await putAside(11, 1, recordOf(EVENT), { cause: 'scoring.decision_failed' });
    const theirs = { ...EVENT, workspace: 'ws_2' };
    await putAside(11, 1, recordOf(theirs), { key: 'ws_2|anna', cause: 'scoring.decision_failed' });

    const { produced } = await replay({ positions: ['11:1'], workspace: 'ws_1' });

    expect(produced).toMatchObject([{ partition: 11, key: 'ws_1|anna' }]);
  });

  it('produces a void that failed as the command that it was', async () => {
    const properties = { eventId: 'e1', reason: 'a mistake', by: 'key_1' };
    const record = { ...recordOf(EVENT), type: EVENT_VOIDED, eventId: voidCommandId('e1'), properties };
    await putAside(7, 2, record, { cause: 'scoring.nothing_to_void' });

    const { produced } = await replay({ positions: ['7:2'] });

    expect(JSON.parse(produced[0]?.value ?? '')).toEqual({
      v: 1,
      kind: 'command',
      command: 'void',
      workspace: 'ws_1',
      playerId: 'anna',
      commandId: voidCommandId('e1'),
      target: 'e1',
      reason: 'a mistake',
      by: 'key_1',
      receivedAt: 2_000,
    });
  });

  it('produces a message whose bytes the letter holds as they were', async () => {
    const release = JSON.stringify({ v: 1, kind: 'release', workspace: 'ws_1', release: 4 });
    await putAside(8, 1, release, { key: null });

    expect((await replay({ positions: ['8:1'] })).produced).toEqual([{ partition: 8, key: 'ws_1|', value: release }]);
  });

  it('refuses what still can not be read, and says of places without a letter that they have none', async () => {
    await putAside(8, 2, 'garbage');

    const { produced, refused, missing } = await replay({ positions: ['8:2', '8:3'] });

    expect(produced).toEqual([]);
    expect(refused).toMatchObject([
      { letter: { position: '8:2' }, reason: "it still can't be read: the message is not JSON" },
    ]);
    expect(missing).toEqual(['8:3']);
  });

  it('fetches what the letter holds only the beginning of from the events topic', async () => {
    const message = JSON.stringify({ ...EVENT, eventId: 'long', properties: { text: 'x'.repeat(1_000) } });
    const offset = await send(topics.events, 'ws_1|anna', message, 9);
    await putAside(9, offset, message.slice(0, 300), { truncated: true });

    expect((await replay({ positions: [`9:${offset}`] })).produced).toMatchObject([{ partition: 9, value: message }]);
  });

  it('refuses what the events topic no longer holds, or holds something else in place of', async () => {
    const offset = await send(topics.events, 'ws_1|anna', '{"v":1,"eventId":"other"}', 10);
    await putAside(10, offset, '{"v":1,"eventId":"beg', { truncated: true });
    await putAside(10, 999_999, '{"v":1,"eventId":"beg', { truncated: true });

    const { produced, refused } = await replay({ positions: [`10:${offset}`, '10:999999'] });

    expect(produced).toEqual([]);
    expect(refused).toHaveLength(2);
    expect(refused[0]?.reason).toContain('the events topic no longer holds the message');
  });

  it('produces all with a cause in the order of the log, and leaves the others', async () => {
    const cause = 'scoring.position_mismatch';
    for (const offset of [12, 3, 7]) await putAside(11, offset, { ...EVENT, eventId: `at-${offset}` }, { cause });

    const { produced } = await replay({ filter: { cause } });

    expect(produced.map(({ value }) => (JSON.parse(value) as EventMessage).eventId)).toEqual(['at-3', 'at-7', 'at-12']);
  });
});
