import { type Topics, topicNames } from '@laurel/contracts';
import type { Log } from '@laurel/kernel';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type Kafka } from 'kafkajs';
import { createKafka } from './kafka-client.js';
import { KafkaProducer } from './kafka-producer.js';

/** Injects `Topics`. */
export const TOPICS = Symbol('laurel.topics');
/** Injects kafkajs's `Kafka`. */
export const KAFKA = Symbol('laurel.kafka');
/** Injects the `Log` of what is Kafka's. */
export const KAFKA_LOG = Symbol('laurel.kafka-log');

export interface KafkaModuleOptions {
  readonly brokers: readonly string[];
  readonly topicPrefix: string;
  readonly clientId: string;
  /** `ProducerSettings` */
  readonly compress?: boolean;
  readonly log: Log;
}

@Module({})
export class KafkaModule implements OnApplicationShutdown {
  constructor(@Inject(KafkaProducer) private readonly producer: KafkaProducer) {}

  /** One client and one producer for the process. The producer connects in the background: readiness tells whether it is. */
  static forRoot({ brokers, topicPrefix, clientId, compress, log }: KafkaModuleOptions): DynamicModule {
    return {
      module: KafkaModule,
      global: true,
      providers: [
        { provide: TOPICS, useFactory: (): Topics => topicNames(topicPrefix) },
        { provide: KAFKA_LOG, useValue: log },
        { provide: KAFKA, useFactory: () => createKafka({ brokers, clientId }, log) },
        {
          provide: KafkaProducer,
          inject: [KAFKA],
          useFactory: (kafka: Kafka) => {
            const producer = new KafkaProducer(kafka, log, compress ? { compress } : {});
            producer.connect().catch((error: unknown) => log.warn({ reason: String(error) }, 'kafka.not_connected'));
            return producer;
          },
        },
      ],
      exports: [TOPICS, KAFKA, KAFKA_LOG, KafkaProducer],
    };
  }

  /** After the servers have closed: what they were still sending is acknowledged first. */
  async onApplicationShutdown(): Promise<void> {
    await this.producer.disconnect();
  }
}
