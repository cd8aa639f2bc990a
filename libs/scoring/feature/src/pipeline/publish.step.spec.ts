import { type CheckpointDocument, type EventRecord, type OutcomesMessage, topicNames } from '@laurel/contracts';
import { err, ok } from '@laurel/kernel';
import { type KafkaProducer, type OutgoingMessage, kafkaErrors } from '@laurel/platform-kafka';
import { PartitionState } from '../partition/partition-state.js';
import { PublishStep } from './publish.step.js';

const topics = topicNames('spec.');
const CHECKPOINT: CheckpointDocument = { _id: 3, epoch: 1, offset: 42, fingerprint: '', decidedAt: 1, published: 40 };

const record = (offset: number, more: Partial<EventRecord> = {}): EventRecord => ({
  workspace: 'ws_1',
  eventId: `e${offset}`,
  playerId: 'anna',
  type: 'scored',
  occurredAt: 1,
  receivedAt: 2,
  decidedAt: 3,
  properties: { secret: 'of the customer' },
  partition: 3,
  epoch: 1,
  offset,
  release: 1,
  status: 'processed',
  rules: [],
  effects: [],
  ...more,
});

/** A producer that notes what it was given, and answers as it is told to. */
function publishing(acknowledges = true) {
  const sent = new Map<string, OutgoingMessage[]>();
  const producer = {
    send(topic: string, messages: readonly OutgoingMessage[]) {
      if (!acknowledges) return Promise.resolve(err(kafkaErrors.unavailable('away')));
      sent.set(topic, [...(sent.get(topic) ?? []), ...messages]);
      return Promise.resolve(ok([]));
    },
  };
  const state = new PartitionState(3, 1, CHECKPOINT, new Map(), 10);
  const step = new PublishStep(producer as unknown as KafkaProducer, topics);
  const outcomes = () =>
    (sent.get(topics.outcomes) ?? []).map((message) => ({
      ...message,
      value: JSON.parse(message.value) as OutcomesMessage,
    }));
  return { state, step, sent, outcomes };
}

describe('publishing what was committed', () => {
  it('puts the outcomes of a workspace into one message, in the order of the log, in the partition of the events', async () => {
    const { state, step, outcomes } = publishing();

    await step.publish(state, [record(40), record(41, { workspace: 'ws_2' }), record(42, { status: 'late' })]);

    expect(outcomes().map(({ key, partition }) => [key, partition])).toEqual([
      ['ws_1', 3],
      ['ws_2', 3],
    ]);
    const [first, second] = outcomes().map(({ value }) => value);
    expect(first).toMatchObject({
      v: 1,
      workspace: 'ws_1',
      partition: 3,
      outcomes: [{ id: 'ws_1|anna|e40' }, { status: 'late' }],
    });
    expect(second?.outcomes.map(({ id }) => id)).toEqual(['ws_2|anna|e41']);
  });

  it('tells nothing of messages that changed nothing: the first under their id was told already', async () => {
    const { state, step, outcomes } = publishing();

    await step.publish(state, [record(41, { status: 'duplicate' }), record(42, { status: 'conflict' })]);

    expect(outcomes()).toEqual([]);
  });

  it('begins another message after 200 outcomes, and before one would grow too large', async () => {
    const effect = { kind: 'refused', rule: 'r', code: 'c', detail: 'x'.repeat(200_000) } as const;
    const many = publishing();
    const large = publishing();

    await many.step.publish(
      many.state,
      Array.from({ length: 401 }, (_, offset) => record(offset)),
    );
    await large.step.publish(large.state, [record(41, { effects: [effect] }), record(42, { effects: [effect] })]);

    expect(many.outcomes().map(({ value }) => value.outcomes.length)).toEqual([200, 200, 1]);
    expect(large.outcomes().map(({ value }) => value.outcomes.length)).toEqual([1, 1]);
  });

  it('names each board that moved once, under an id that derives from the position', async () => {
    const { state, step, sent } = publishing();
    const standing = { kind: 'standing', board: 'top@1', score: 1, columns: [], reachedAt: 1 } as const;
    const effects = ['all', 's1'].map((window) => ({ ...standing, window }));

    await step.publish(state, [record(41, { effects }), record(42, { effects })]);

    expect(sent.get(topics.standings)?.map(({ value }) => JSON.parse(value) as unknown)).toEqual([
      {
        v: 1,
        id: 'ws_1|top@1|3|1:42',
        workspace: 'ws_1',
        board: 'top@1',
        partition: 3,
        epoch: 1,
        offset: 42,
        windows: ['all', 's1'],
      },
    ]);
  });

  it('hands over what a merge says, the same however often it is told', async () => {
    const { state, step, sent } = publishing();
    const what = { stats: { 'points@1': { value: 5, at: 1 } }, balances: {}, boards: {} };
    const effects = [{ kind: 'handed_over', into: 'bea', passedOn: 0, what }] as const;
    const properties = { into: 'bea', reason: 'of anna', by: 'key_1' };

    for (let times = 0; times < 2; times += 1) await step.publish(state, [record(42, { effects, properties })]);

    const [first, second] = sent.get(topics.events) ?? [];
    expect(second).toEqual(first);
    expect(first?.key).toBe('ws_1|bea');
    expect(JSON.parse(first?.value ?? '')).toEqual({
      ...{ v: 1, kind: 'command', command: 'absorb_player', workspace: 'ws_1', playerId: 'bea' },
      ...{ commandId: 'laurel.merge.3.1.42', by: 'key_1', receivedAt: 3, what, passedOn: 0 },
    });
    expect(first?.value).not.toContain('anna');
  });

  it('copies what failed to the dead letters, with its cause', async () => {
    const { state, step, sent } = publishing();
    const failure = { code: 'scoring.decision_failed', detail: 'a rule threw' };

    await step.publish(state, [record(42, { status: 'failed', failure })]);

    const [letter] = (sent.get(topics.deadLetter) ?? []).map(({ value }) => JSON.parse(value) as object);
    expect(letter).toMatchObject({ partition: 3, offset: '42', cause: failure.code, detail: failure.detail });
  });

  it('moves the watermark when all is acknowledged, and not before', async () => {
    const away = publishing(false);
    const there = publishing();

    await expect(away.step.publish(away.state, [record(42)])).rejects.toThrow('not acknowledged');
    await there.step.publish(there.state, [record(42)]);

    expect([away.state.published, there.state.published]).toEqual([40, 42]);
  });
});
