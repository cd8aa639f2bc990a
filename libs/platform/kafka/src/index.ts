export { BroadcastConsumer } from './broadcast-consumer.js';
export { checkEventsTopic } from './check-events-topic.js';
export { toEveryPartition } from './control-messages.js';
export { createTopics } from './create-topics.js';
export type { TopicSettings } from './create-topics.js';
export { kafkaErrors } from './errors.js';
export { createKafka } from './kafka-client.js';
export type { KafkaClient, KafkaSettings } from './kafka-client.js';
export { kafkaAnswers } from './kafka-health.js';
export { KafkaProducer } from './kafka-producer.js';
export { KAFKA, KafkaModule, TOPICS } from './kafka.module.js';
export type { KafkaModuleOptions } from './kafka.module.js';
export { OutageError, PARTITION_PATTERNS } from './partitions/partition-handler.js';
export type {
  AssignedPartition,
  Hold,
  IdlePartition,
  LogMessage,
  LogRange,
  PartitionBatch,
  PartitionFetching,
  PartitionHandlers,
  PartitionProgress,
  Resume,
} from './partitions/partition-handler.js';
export { PARTITION_TRANSPORT, PartitionServer } from './partitions/partition-server.js';
export type { PartitionServerOptions } from './partitions/partition-server.js';
export { RethrowFilter } from './partitions/rethrow.filter.js';
export { PartitionWorker } from './partitions/partition-worker.js';
export type { WorkerSettings } from './partitions/partition-worker.js';
export { patchRequestQueue } from './patch-request-queue.js';
export type { OutgoingMessage, Receipt } from './producer-call.js';
export { readTopic, topicRanges } from './read-topic.js';
export { giveOrder } from './order-of-player.js';
export type { AcceptedOrder, GivenOrder, OrderOfPlayer } from './order-of-player.js';
export type { ReadTopicOptions, TopicMessage, TopicRange } from './read-topic.js';
export { RequestReply } from './request-reply.js';
export type { Request, Requested } from './request-reply.js';
export { RequestReplyModule } from './request-reply.module.js';
