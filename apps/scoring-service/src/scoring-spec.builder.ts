import {
  EVENTS_PARTITIONS,
  type EventRecord,
  PLAYERS_COLLECTION,
  type PlayerDocument,
  RELEASES_COLLECTION,
  type ReleaseDocument,
  eventRecordId,
  playerDocumentId,
  releaseDocumentId,
  topicNames,
} from '@laurel/contracts';
import { EventStore } from '@laurel/platform-event-store';
import { createHttpApp } from '@laurel/platform-http';
import { KafkaProducer, createKafka, createTopics } from '@laurel/platform-kafka';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { type ProgramDocument, releaseProgram } from '@laurel/releases-domain';
import { rankKeys } from '@laurel/leaderboards-feature';
import { scoringIndexes } from '@laurel/scoring-feature';
import { silentLog, testServers, uniqueTestScope } from '@laurel/testing';
import type { INestApplication } from '@nestjs/common';
import { AppModule } from './app.module.js';
import { PartitionConsumer } from './partition-consumer.js';
import { ScoringServiceConfig } from './scoring-service.config.js';

/** What a spec of the scoring service works with: the real servers, under names that no other spec uses. */
export class ScoringSpec {
  readonly servers = testServers();
  readonly scope = uniqueTestScope();
  readonly workspace = this.scope.workspace;
  readonly topics = topicNames(this.scope.topicPrefix);
  readonly kafka = createKafka({ brokers: this.servers.kafkaBrokers, clientId: 'spec' }, silentLog);
  private readonly producer = new KafkaProducer(this.kafka, silentLog);
  private mongo: Awaited<ReturnType<typeof connectMongo>> | undefined;

  /** Connects, and makes topics and indexes. */
  async open(): Promise<void> {
    this.mongo = await connectMongo({ url: this.servers.mongoUrl, database: this.scope.database });
    await ensureIndexes(this.database(), scoringIndexes);
    await createTopics(this.kafka, this.topics, { replicationFactor: 1, retentionMs: 86_400_000 });
    await this.producer.connect();
  }

  /** After the services of the spec. */
  async close(): Promise<void> {
    await this.producer.disconnect();
    await this.database().dropDatabase();
    await this.mongo?.close();
  }

  database() {
    if (!this.mongo) throw new Error('open comes first');
    return this.mongo.getClient().db(this.scope.database);
  }

  /** @param more settings that differ */
  async startScoring(more: object = {}): Promise<INestApplication> {
    const { servers, scope } = this;
    const config: ScoringServiceConfig = Object.assign(new ScoringServiceConfig(), {
      log: { level: 'silent' },
      kafka: { brokers: servers.kafkaBrokers, topicPrefix: scope.topicPrefix },
      mongo: { url: servers.mongoUrl, database: scope.database },
      redis: { url: servers.redisUrl, keyPrefix: scope.keyPrefix },
      erasure: { key: 'a-secret-of-a-spec-which-nobody-has' },
      ...more,
    });
    const app = await createHttpApp(AppModule.forRoot(config));
    await app.get(PartitionConsumer).attach(app);
    await app.listen(0, '127.0.0.1');
    return app;
  }

  /** Writes to the events topic; the key decides where unless a partition is given. */
  async put(key: string, value: string, partition?: number): Promise<void> {
    const message = { key, value, ...(partition === undefined ? {} : { partition }) };
    const sent = await this.producer.send(this.topics.events, [message]);
    if (!sent.ok) throw new Error(sent.error.detail);
  }

  /** Stores a release and announces it in every partition, as the admin gateway does. */
  async publish(release: number, program: ProgramDocument, previous?: ProgramDocument): Promise<void> {
    const { workspace } = this;
    const before = previous && releaseProgram(previous, undefined, 1);
    const document: ReleaseDocument<unknown> = {
      _id: releaseDocumentId(workspace, release),
      workspace,
      release,
      note: '',
      author: 'key_spec',
      program: releaseProgram(program, before, release, Date.now()),
      publishedAt: Date.now(),
      announcedAt: null,
    };
    const releases = this.database().collection<ReleaseDocument<unknown>>(RELEASES_COLLECTION);
    await releases.insertOne(document);
    const value = JSON.stringify({ v: 1, kind: 'release', workspace, release });
    for (let partition = 0; partition < EVENTS_PARTITIONS; partition += 1) {
      await this.put(`${workspace}|`, value, partition);
    }
    await releases.updateOne({ _id: document._id }, { $set: { announcedAt: Date.now() } });
  }

  /** Everything recorded under an id, the first first. */
  async recordsOf(playerId: string, eventId: string): Promise<EventRecord[]> {
    const identity = { workspace: this.workspace, eventId, playerId };
    return (await new EventStore(this.database()).find([identity])).get(eventRecordId(identity)) ?? [];
  }

  /** Where the ranks of a board of a first release are. */
  ranksOf(program: ProgramDocument, key: string): ReturnType<typeof rankKeys> {
    const board = releaseProgram(program, undefined, 1).leaderboards.find((each) => each.key === key);
    if (!board) throw new Error(`the program has no board ${key}`);
    return rankKeys(this.scope.keyPrefix, this.workspace, board);
  }

  playerOf(playerId: string): Promise<PlayerDocument | null> {
    return this.database()
      .collection<PlayerDocument>(PLAYERS_COLLECTION)
      .findOne({ _id: playerDocumentId(this.workspace, playerId) });
  }
}
