import { EVENTS_PARTITIONS, type Topics } from '@laurel/contracts';
import type { Kafka } from 'kafkajs';

export interface TopicSettings {
  readonly replicationFactor: number;
  /** How long messages are kept, in ms. Must exceed the longest outage of scoring that is to be survived. */
  readonly retentionMs: number;
}

/**
 * Creates the topics that are missing and waits for their leaders. The events topic carries the broker's append time: it is
 * `now` of every decision, so a retry after midnight decides the same.
 *
 * @returns names of the topics that were created
 */
export async function createTopics(
  kafka: Kafka,
  topics: Topics,
  { replicationFactor, retentionMs }: TopicSettings,
): Promise<string[]> {
  const admin = kafka.admin({ retry: { retries: 20, initialRetryTime: 200, maxRetryTime: 1_000 } });
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const names = [topics.events, topics.outcomes, topics.standings, topics.deadLetter];
    const missing = names.filter((topic) => !existing.has(topic));
    await admin.createTopics({
      waitForLeaders: true,
      topics: missing.map((topic) => ({
        topic,
        numPartitions: EVENTS_PARTITIONS,
        replicationFactor,
        configEntries: [
          { name: 'retention.ms', value: String(retentionMs) },
          ...(topic === topics.events ? [{ name: 'message.timestamp.type', value: 'LogAppendTime' }] : []),
        ],
      })),
    });
    return missing;
  } finally {
    await admin.disconnect();
  }
}
