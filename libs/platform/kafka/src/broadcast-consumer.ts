import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '@laurel/kernel';
import type { Consumer, Kafka } from 'kafkajs';
import { SteadyConsumer } from './steady-consumer.js';

const SESSION_TIMEOUT_MS = 15_000;
const HEARTBEAT_MS = 3_000;
const LEAVING_MS = 1_000;
const SETTINGS = { silenceMs: 3 * SESSION_TIMEOUT_MS, retryMs: 200, maxRetryMs: 2_000 };

type OnMessages = (values: readonly Buffer[]) => void;

/**
 * Reads a topic so that every instance sees every message written from now on. Nothing is remembered: what is written while
 * an instance is away is not for it, so a user of it must not depend on seeing all.
 */
export class BroadcastConsumer {
  private steady: SteadyConsumer | undefined;
  private joined = false;

  constructor(
    private readonly kafka: Kafka,
    private readonly name: string,
    private readonly log: Log,
  ) {}

  /** Whether messages arrive; for readiness. */
  isJoined(): boolean {
    return this.joined;
  }

  /** Begins in the background, and again after every failure, until it is stopped. */
  start(topic: string, onMessages: OnMessages): void {
    const use = {
      create: () => this.create(),
      begin: (consumer: Consumer) => this.begin(consumer, topic, onMessages),
      lost: () => void (this.joined = false),
    };
    this.steady = new SteadyConsumer(use, SETTINGS, this.log);
    this.steady.start();
  }

  /** Leaves within a second: nobody else is in the group, so nobody minds one who just goes. */
  async stop(): Promise<void> {
    this.joined = false;
    const { steady } = this;
    this.steady = undefined;
    await Promise.race([steady?.stop(), pause(LEAVING_MS, undefined, { ref: false })]);
  }

  /** In a group of its own each time: the one before may have left a member behind, who would be waited for. */
  private create(): Consumer {
    return this.kafka.consumer({
      groupId: `${this.name}-${randomUUID()}`,
      allowAutoTopicCreation: false,
      sessionTimeout: SESSION_TIMEOUT_MS,
      heartbeatInterval: HEARTBEAT_MS,
      maxWaitTimeInMs: 500,
      minBytes: 1,
      retry: {
        retries: 10,
        initialRetryTime: 200,
        maxRetryTime: 2_000,
        restartOnFailure: () => Promise.resolve(false),
      },
    });
  }

  private async begin(consumer: Consumer, topic: string, onMessages: OnMessages): Promise<void> {
    const isInUse = () => this.steady?.consumer === consumer;
    // Not on joining already: from where it hears is settled by its first fetch.
    consumer.on(consumer.events.FETCH, () => void (this.joined = isInUse()));
    await consumer.subscribe({ topic, fromBeginning: false });
    await consumer.run({
      autoCommit: false,
      eachBatch: ({ batch }) => {
        if (isInUse()) onMessages(batch.messages.flatMap(({ value }) => (value ? [value] : [])));
        return Promise.resolve();
      },
    });
  }
}
