export { BroadcastConsumer } from './broadcast-consumer.js';
export { createTopics } from './create-topics.js';
export type { TopicSettings } from './create-topics.js';
export { kafkaErrors } from './errors.js';
export { createKafka } from './kafka-client.js';
export type { KafkaClient, KafkaSettings } from './kafka-client.js';
export { kafkaAnswers } from './kafka-health.js';
export { KafkaProducer, partitionOf } from './kafka-producer.js';
export type { OutgoingMessage, Receipt } from './kafka-producer.js';
export { KAFKA, KafkaModule, TOPICS } from './kafka.module.js';
export type { KafkaModuleOptions } from './kafka.module.js';
export { PARTITION_PATTERNS } from './partitions/partition-handler.js';
export type {
  AssignedPartition,
  IdlePartition,
  LogMessage,
  LogRange,
  PartitionBatch,
  PartitionFetching,
  PartitionHandlers,
  Resume,
} from './partitions/partition-handler.js';
export { PARTITION_TRANSPORT, PartitionServer } from './partitions/partition-server.js';
export type { PartitionServerOptions } from './partitions/partition-server.js';
export { RethrowFilter } from './partitions/rethrow.filter.js';
export { PartitionWorker } from './partitions/partition-worker.js';
export type { WorkerSettings } from './partitions/partition-worker.js';
export { patchRequestQueue } from './patch-request-queue.js';
