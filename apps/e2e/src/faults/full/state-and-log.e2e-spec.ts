import { topicNames } from '@laurel/contracts';
import { createKafka, createTopics } from '@laurel/platform-kafka';
import { silentLog, until } from '@laurel/testing';
import type { Db } from 'mongodb';
import { LaurelStack } from '../../stack/laurel-stack.js';
import { CommittedState } from '../harness/committed-state.js';
import { FaultRun } from '../harness/fault-run.js';
import { chanceOf } from '../harness/seed.js';

const HALTED = 'scoring.position_mismatch';
const RUNBOOK = 'docs/runbooks/partition-halted.md';

let stack: LaurelStack;
let committed: CommittedState;

beforeEach(async () => {
  stack = await LaurelStack.start();
  committed = await CommittedState.open(stack.environment);
}, 120_000);
afterEach(async () => {
  await committed.close();
  await stack.stop();
});

const kafka = () =>
  createKafka({ brokers: (stack.environment['LAUREL_KAFKA_BROKERS'] ?? '').split(','), clientId: 'faults' }, silentLog);
const topics = () => topicNames(stack.environment['LAUREL_KAFKA_TOPIC_PREFIX'] ?? '');

type Dump = ReadonlyMap<string, readonly Record<string, unknown>[]>;

async function dump(db: Db): Promise<Dump> {
  const names = (await db.listCollections().toArray()).map(({ name }) => name);
  return new Map(
    await Promise.all(names.map(async (name) => [name, await db.collection(name).find().toArray()] as const)),
  );
}

/** As restoring a backup does: what came later is gone. */
async function restore(db: Db, before: Dump): Promise<void> {
  for (const { name } of await db.listCollections().toArray()) {
    const documents = before.get(name) ?? [];
    await db.collection(name).deleteMany({});
    if (documents.length > 0) await db.collection(name).insertMany([...documents]);
  }
}

/** Plays, and waits until all of it is scored. */
async function playALittle(name: string): Promise<void> {
  const run = await FaultRun.start({ stack, chance: chanceOf(name), eventsPerSecond: 300, retries: true });
  await run.untilMore(500);
  await run.expectExactlyOnce();
}

/** Waits until partitions stand still with the runbook's code, and sees that nothing else changed. */
async function expectHalted(partitions: readonly number[]): Promise<void> {
  const { checkpoints: before, ...others } = Object.fromEntries(await dump(committed.db));
  await stack.scoring.start();
  const halted = await until('the partitions stand still', async () => {
    const checkpoints = await committed.checkpoints();
    const found = checkpoints.filter((checkpoint) => checkpoint.halted);
    return found.length === partitions.length ? found : undefined;
  });
  expect(halted.map(({ _id }) => _id).sort()).toEqual([...partitions].sort());
  expect(new Set(halted.map((checkpoint) => checkpoint.halted?.code))).toEqual(new Set([HALTED]));
  expect(stack.scoring.log.join('\n')).toContain(RUNBOOK);
  const positions = ({ _id, offset }: Record<string, unknown>) => `${String(_id)}:${String(offset)}`;
  const { checkpoints: after, ...othersAfter } = Object.fromEntries(await dump(committed.db));
  expect(after?.map(positions)).toEqual(before?.map(positions));
  expect(othersAfter).toEqual(others);
}

describe('a log and a state that do not belong together', () => {
  it('the topic recreated: every partition halts with the runbook, and nothing is skipped', async () => {
    await playALittle('topic-recreated');
    await stack.scoring.stop();
    const admin = kafka().admin();
    await admin.connect();
    await admin.deleteTopics({ topics: [topics().events] });
    await until('the topic is gone', async () => !(await admin.listTopics()).includes(topics().events));
    await createTopics(kafka(), topics(), { replicationFactor: 1, retentionMs: 3_600_000 });
    await admin.disconnect();

    await expectHalted((await committed.checkpoints()).map(({ _id }) => _id));
  }, 300_000);

  it('MongoDB restored from an older dump, and the log holds what came after: it is scored again, to the same end', async () => {
    const chance = chanceOf('mongo-older');
    const run = await FaultRun.start({ stack, chance, eventsPerSecond: 300, retries: true });
    await run.untilMore(chance.between(200, 600));
    await stack.scoring.stop();
    const before = await dump(committed.db);
    await stack.scoring.start();
    await run.untilMore(chance.between(200, 600));
    await stack.scoring.stop();
    await run.stopReading();
    await restore(committed.db, before);
    await stack.scoring.start();
    await run.untilMore(200);
    await run.expectExactlyOnce();
  }, 300_000);

  it('MongoDB restored from an older dump, and retention has passed what came after: halts with the runbook, never skips', async () => {
    await playALittle('mongo-older-than-log');
    const before = await dump(committed.db);
    await playALittle('mongo-older-than-log-more');
    await stack.scoring.stop();
    await restore(committed.db, before);
    const admin = kafka().admin();
    await admin.connect();
    const ends = await admin.fetchTopicOffsets(topics().events);
    const moved = ends.filter(({ partition, high }) =>
      before.get('checkpoints')?.some(({ _id, offset }) => _id === partition && Number(offset) + 1 < Number(high)),
    );
    await admin.deleteTopicRecords({
      topic: topics().events,
      partitions: moved.map(({ partition, high }) => ({ partition, offset: high })),
    });
    await admin.disconnect();

    await expectHalted(moved.map(({ partition }) => partition));
  }, 300_000);
});
