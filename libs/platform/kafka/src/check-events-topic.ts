import { EVENTS_PARTITIONS } from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { type Admin, ConfigResourceTypes, type Kafka } from 'kafkajs';
import { kafkaErrors } from './errors.js';

const TIMESTAMP_TYPE = 'message.timestamp.type';
const CLEANUP_POLICY = 'cleanup.policy';

/** What the settings of the topic must be, and why nothing else will do. */
const SETTINGS = [
  [TIMESTAMP_TYPE, 'LogAppendTime', 'the broker’s append time is the time of every decision'],
  [CLEANUP_POLICY, 'delete', 'a compacted log has gaps'],
] as const;

/**
 * Whether an existing events topic can be worked with: its number of partitions is part of where every player lives, and its
 * timestamps are part of every decision.
 *
 * @throws when the brokers don't answer, or don't know the topic
 */
export async function checkEventsTopic(kafka: Kafka, topic: string): Promise<Result<void, DomainError>> {
  const admin = kafka.admin({ retry: { retries: 2 } });
  await admin.connect();
  try {
    const wrong = [...(await wrongPartitions(admin, topic)), ...(await wrongSettings(admin, topic))];
    if (wrong.length === 0) return ok(undefined);
    return err(kafkaErrors.topicMismatch(`The topic ${topic} ${wrong.join(', and ')}.`));
  } finally {
    await admin.disconnect();
  }
}

async function wrongPartitions(admin: Admin, topic: string): Promise<string[]> {
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
  const count = topics[0]?.partitions.length ?? 0;
  if (count === EVENTS_PARTITIONS) return [];
  return [`has ${count} partitions, not ${EVENTS_PARTITIONS} (players would move between partitions)`];
}

async function wrongSettings(admin: Admin, topic: string): Promise<string[]> {
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: [
      { type: ConfigResourceTypes.TOPIC, name: topic, configNames: SETTINGS.map(([configName]) => configName) },
    ],
  });
  const values = new Map(
    resources.flatMap(({ configEntries }) => configEntries.map((entry) => [entry.configName, entry.configValue])),
  );
  return SETTINGS.flatMap(([configName, wanted, why]) => {
    const found = values.get(configName);
    return found === wanted ? [] : [`has ${configName}=${found ?? 'unknown'}, not ${wanted} (${why})`];
  });
}
