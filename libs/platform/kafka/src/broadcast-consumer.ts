import { randomUUID } from 'node:crypto';
import type { Log } from '@laurel/kernel';
import type { Consumer, Kafka } from 'kafkajs';

/**
 * Reads a topic so that every instance sees every message written from now on. Nothing is remembered: what is written while
 * an instance is away is not for it, so a user of it must not depend on seeing all.
 */
export class BroadcastConsumer {
  private readonly consumer: Consumer;
  private joined = false;

  constructor(
    kafka: Kafka,
    name: string,
    private readonly log: Log,
  ) {
    this.consumer = kafka.consumer({
      groupId: `${name}-${randomUUID()}`,
      allowAutoTopicCreation: false,
      maxWaitTimeInMs: 500,
      minBytes: 1,
      retry: { retries: 10, initialRetryTime: 200, maxRetryTime: 2_000, restartOnFailure: () => Promise.resolve(true) },
    });
    this.consumer.on(this.consumer.events.GROUP_JOIN, () => (this.joined = true));
    this.consumer.on(this.consumer.events.CRASH, ({ payload }) => {
      this.joined = false;
      this.log.warn({ reason: payload.error.message }, 'kafka.broadcast_restarting');
    });
  }

  /** Whether messages arrive; for readiness. */
  isJoined(): boolean {
    return this.joined;
  }

  async start(topic: string, onMessages: (values: readonly Buffer[]) => void): Promise<void> {
    await this.consumer.connect();
    await this.consumer.subscribe({ topic, fromBeginning: false });
    await this.consumer.run({
      autoCommit: false,
      eachBatch: ({ batch }) => {
        onMessages(batch.messages.flatMap(({ value }) => (value ? [value] : [])));
        return Promise.resolve();
      },
    });
  }

  async stop(): Promise<void> {
    this.joined = false;
    await this.consumer.disconnect();
  }
}
