import type { Topics } from '@laurel/contracts';
import type { Log } from '@laurel/kernel';
import { Module, type OnApplicationBootstrap, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { BroadcastConsumer } from './broadcast-consumer.js';
import type { KafkaClient } from './kafka-client.js';
import { KafkaProducer } from './kafka-producer.js';
import { KAFKA, KAFKA_LOG, TOPICS } from './kafka.module.js';
import { RequestReply } from './request-reply.js';

/**
 * `RequestReply` for a process that waits for what becomes of its messages; it reads replies while the process runs. In the
 * background: without them, who would have waited gets a 202. Needs `KafkaModule`.
 */
@Module({
  providers: [
    {
      provide: RequestReply,
      inject: [KAFKA, KafkaProducer, TOPICS, KAFKA_LOG],
      useFactory: (kafka: KafkaClient, producer: KafkaProducer, topics: Topics, log: Log) =>
        new RequestReply(producer, new BroadcastConsumer(kafka, 'laurel-replies', log), topics.replies, log),
    },
  ],
  exports: [RequestReply],
})
export class RequestReplyModule implements OnApplicationBootstrap, OnModuleDestroy, OnApplicationShutdown {
  constructor(private readonly requests: RequestReply) {}

  onApplicationBootstrap(): void {
    this.requests.start();
  }

  /** Before the server closes, which waits for the requests under way. */
  onModuleDestroy(): void {
    this.requests.releaseAll();
  }

  onApplicationShutdown(): Promise<void> {
    return this.requests.stop();
  }
}
