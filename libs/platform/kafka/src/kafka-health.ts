import type { KafkaClient } from './kafka-client.js';

/** Readiness of a process that can't work without Kafka: true, or a sentence saying what is wrong. */
export async function kafkaAnswers(kafka: KafkaClient): Promise<true | string> {
  const admin = kafka.admin({ retry: { retries: 0 } });
  try {
    await admin.connect();
    await admin.describeCluster();
    return true;
  } catch (error) {
    return `Kafka does not answer: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    await admin.disconnect();
  }
}
