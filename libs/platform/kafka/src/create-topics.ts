import { EVENTS_PARTITIONS, type Topics } from '@laurel/contracts';
import type { Admin, Kafka } from 'kafkajs';
import { checkEventsTopic } from './check-events-topic.js';

export interface TopicSettings {
  readonly replicationFactor: number;
  /** How long messages are kept, in ms. Must exceed the longest outage of scoring that is to be survived. */
  readonly retentionMs: number;
}

/** Nobody waits for a reply as long as this, ms. */
const REPLIES_RETENTION_MS = 600_000;
const CHECKS = 100;
const CHECK_PAUSE_MS = 100;

/**
 * Creates the topics that are missing and waits for their leaders. The events topic carries the broker's append time: it is
 * `now` of every decision, so a retry after midnight decides the same.
 *
 * @returns names of the topics that were created
 * @throws with `kafka.topic_mismatch` when the events topic exists and can't be worked with
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
    const names = [topics.events, topics.outcomes, topics.standings, topics.deadLetter, topics.replies];
    const missing = names.filter((topic) => !existing.has(topic));
    await admin.createTopics({
      // Its own waiting gives up at once when a broker has not heard of the topic yet.
      waitForLeaders: false,
      topics: missing.map((topic) => ({
        topic,
        numPartitions: topic === topics.replies ? 1 : EVENTS_PARTITIONS,
        replicationFactor,
        configEntries: topic === topics.replies ? REPLIES_SETTINGS : settingsOf(topic === topics.events, retentionMs),
      })),
    });
    await untilServed(admin, names);
    const checked = await checkEventsTopic(kafka, topics.events);
    if (!checked.ok) throw new Error(`${checked.error.code}: ${checked.error.detail}`);
    return missing;
  } finally {
    await admin.disconnect();
  }
}

const REPLIES_SETTINGS = [
  { name: 'retention.ms', value: String(REPLIES_RETENTION_MS) },
  // Only whole segments are removed.
  { name: 'segment.ms', value: String(REPLIES_RETENTION_MS) },
];

const settingsOf = (isEvents: boolean, retentionMs: number): { name: string; value: string }[] => [
  { name: 'retention.ms', value: String(retentionMs) },
  ...(isEvents ? [{ name: 'message.timestamp.type', value: 'LogAppendTime' }] : []),
];

/**
 * Waits until the leader of every partition serves it. What is written before is written again by the driver, partition by
 * partition, until the last of them answers.
 */
async function untilServed(admin: Admin, topics: readonly string[]): Promise<void> {
  for (let check = 1; ; check += 1) {
    try {
      for (const topic of topics) await admin.fetchTopicOffsets(topic);
      return;
    } catch (error) {
      if (check >= CHECKS) throw error;
      await new Promise((resolve) => setTimeout(resolve, CHECK_PAUSE_MS));
    }
  }
}
