import type { Topics } from '@laurel/contracts';
import type { Log } from '@laurel/kernel';
import { HealthChecks } from '@laurel/platform-health';
import { KAFKA, type KafkaClient, PartitionServer, TOPICS, checkEventsTopic } from '@laurel/platform-kafka';
import { LOG } from '@laurel/platform-observability';
import { type INestApplication, Inject, Injectable } from '@nestjs/common';
import { ScoringServiceConfig } from './scoring-service.config.js';

const TICK_MS = 1_000;
const RETRY_MS = 200;
const MAX_RETRY_MS = 10_000;

/** Connects the events topic to the handlers of scoring. */
@Injectable()
export class PartitionConsumer {
  private readonly server: PartitionServer;

  constructor(
    @Inject(KAFKA) kafka: KafkaClient,
    @Inject(TOPICS) topics: Topics,
    @Inject(LOG) log: Log,
    @Inject(HealthChecks) health: HealthChecks,
    @Inject(ScoringServiceConfig) config: ScoringServiceConfig,
  ) {
    this.server = new PartitionServer(
      kafka,
      {
        topic: topics.events,
        groupId: `${config.kafka.topicPrefix}scoring`,
        sessionTimeoutMs: config.sessionTimeoutMs,
        maxBatch: config.maxBatch,
        concurrentBatches: config.concurrentBatches,
        tickMs: TICK_MS,
        retryMs: RETRY_MS,
        maxRetryMs: MAX_RETRY_MS,
        check: () => checkEventsTopic(kafka, topics.events),
      },
      log,
    );
    health.register('kafka', () => Promise.resolve(this.server.isJoined() || this.whyNotJoined()));
    health.register('ranks', () => Promise.resolve(this.whyHeld() ?? true));
  }

  async attach(app: INestApplication): Promise<void> {
    app.connectMicroservice({ strategy: this.server });
    await app.startAllMicroservices();
  }

  private whyNotJoined(): string {
    const { refusal } = this.server;
    return refusal ? `${refusal.code}: ${refusal.detail}` : 'has not joined its consumer group yet';
  }

  private whyHeld(): string | undefined {
    const held = this.server.heldPartitions();
    return held.length === 0 ? undefined : `the ranks can't be reached: partitions ${held.join(', ')} have paused`;
  }
}
