import {
  BOARD_WINDOWS_COLLECTION,
  type BoardWindowDocument,
  CHECKPOINTS_COLLECTION,
  type CheckpointDocument,
  EVENTS_PARTITIONS,
  type EventRecord,
  GRANTS_COLLECTION,
  type GrantDocument,
  type LedgerEntry,
  type Outcome,
  type OutcomesMessage,
  PLAYERS_COLLECTION,
  type PlayerDocument,
  RELEASES_COLLECTION,
  type ReleaseDocument,
  type Topics,
  topicNames,
} from '@laurel/contracts';
import { EventStore } from '@laurel/platform-event-store';
import { type KafkaClient, createKafka, readTopic, topicRanges } from '@laurel/platform-kafka';
import { connectMongo } from '@laurel/platform-mongo';
import type { ReleasedProgram } from '@laurel/releases-domain';
import { type Program, compileProgram } from '@laurel/scoring-domain';
import { silentLog } from '@laurel/testing';
import type { Connection } from 'mongoose';

/** What a stack committed, read where it stands, past its services. */
export class CommittedState {
  private constructor(
    private readonly connection: Connection,
    private readonly database: string,
    private readonly kafka: KafkaClient,
    private readonly topics: Topics,
  ) {}

  /** @param environment of the stack */
  static async open(environment: Readonly<Record<string, string>>): Promise<CommittedState> {
    const { LAUREL_MONGO_URL: url = '', LAUREL_MONGO_DATABASE: database = '' } = environment;
    const { LAUREL_KAFKA_BROKERS: brokers = '', LAUREL_KAFKA_TOPIC_PREFIX: prefix = '' } = environment;
    const kafka = createKafka({ brokers: brokers.split(','), clientId: 'faults' }, silentLog);
    return new CommittedState(await connectMongo({ url, database }), database, kafka, topicNames(prefix));
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  get db() {
    return this.connection.getClient().db(this.database);
  }

  /** Records of all messages of a workspace, in the order in which they were decided. */
  async records(workspace: string): Promise<EventRecord[]> {
    const records = await all(new EventStore(this.db).newestFirst({ workspace }));
    return records.sort((left, right) => left.partition - right.partition || left.offset - right.offset);
  }

  /** All movements of balances in a workspace. */
  async ledger(workspace: string): Promise<LedgerEntry[]> {
    const store = new EventStore(this.db);
    const upTo = { epoch: Number.MAX_SAFE_INTEGER, offset: Number.MAX_SAFE_INTEGER };
    const pages = await Promise.all(
      Array.from({ length: EVENTS_PARTITIONS }, (_, partition) => all(store.ledgerOfPartition(partition, upTo))),
    );
    return pages.flat(2).filter((entry) => entry.workspace === workspace);
  }

  players(workspace: string): Promise<PlayerDocument[]> {
    return this.db.collection<PlayerDocument>(PLAYERS_COLLECTION).find({ workspace }).toArray();
  }

  /** All releases of a workspace, compiled, by their number. */
  async programs(workspace: string): Promise<Map<number, Program>> {
    const releases = this.db.collection<ReleaseDocument<ReleasedProgram>>(RELEASES_COLLECTION);
    const documents = await releases.find({ workspace }).toArray();
    return new Map(documents.map(({ release, program }) => [release, compileProgram(release, program)]));
  }

  /** When the first release of a workspace was published, ms. */
  async publishedAt(workspace: string): Promise<number> {
    const releases = this.db.collection<ReleaseDocument<ReleasedProgram>>(RELEASES_COLLECTION);
    const first = await releases.findOne({ workspace }, { sort: { release: 1 } });
    if (!first) throw new Error(`${workspace} has no release`);
    return first.publishedAt;
  }

  /** Windows that have ended. */
  windows(workspace: string): Promise<BoardWindowDocument[]> {
    return this.db.collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION).find({ workspace }).toArray();
  }

  grants(workspace: string): Promise<GrantDocument[]> {
    return this.db.collection<GrantDocument>(GRANTS_COLLECTION).find({ workspace }).toArray();
  }

  checkpoints(): Promise<CheckpointDocument[]> {
    return this.db.collection<CheckpointDocument>(CHECKPOINTS_COLLECTION).find().toArray();
  }

  /** Whether all that is committed is noted as published. */
  async isPublished(): Promise<boolean> {
    return (await this.checkpoints()).every(({ published, offset }) => published >= offset);
  }

  /** All outcomes that were published, by their ids: several where one was published again. */
  async outcomes(): Promise<Map<string, Outcome[]>> {
    const found = new Map<string, Outcome[]>();
    const topic = this.topics.outcomes;
    await readTopic(this.kafka, {
      topic,
      ranges: await topicRanges(this.kafka, topic),
      onMessages: (messages) => {
        for (const { value } of messages) {
          const { outcomes } = JSON.parse(String(value)) as OutcomesMessage;
          for (const outcome of outcomes) found.set(outcome.id, [...(found.get(outcome.id) ?? []), outcome]);
        }
      },
    });
    return found;
  }

  /** Where the log ends now, by partition: offset of the next message. */
  async endOfLog(): Promise<ReadonlyMap<number, number>> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const offsets = await admin.fetchTopicOffsets(this.topics.events);
      return new Map(offsets.map(({ partition, high }) => [partition, Number(high)]));
    } finally {
      await admin.disconnect();
    }
  }

  /** Whether all that lies before these ends is committed. */
  async hasReached(ends: ReadonlyMap<number, number>): Promise<boolean> {
    const committed = new Map((await this.checkpoints()).map(({ _id, offset }) => [_id, offset]));
    return [...ends].every(([partition, end]) => (committed.get(partition) ?? -1) + 1 >= end);
  }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
