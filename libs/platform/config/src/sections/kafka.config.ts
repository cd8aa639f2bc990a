import { ArrayNotEmpty, IsArray, Matches } from 'class-validator';
import { Env } from '../env.decorator.js';

export class KafkaConfig {
  @Env('LAUREL_KAFKA_BROKERS', {
    description: 'Kafka brokers to start from, `host:port`, separated by commas.',
    as: 'list',
    example: '127.0.0.1:9192',
  })
  @IsArray()
  @ArrayNotEmpty()
  @Matches(/^\S+:\d{1,5}$/, { each: true, message: 'must be host:port, separated by commas' })
  readonly brokers: string[] = [];

  @Env('LAUREL_KAFKA_TOPIC_PREFIX', { description: 'Starts the name of every topic.' })
  @Matches(/^[a-zA-Z0-9._-]{1,100}$/)
  readonly topicPrefix: string = 'laurel.';
}
