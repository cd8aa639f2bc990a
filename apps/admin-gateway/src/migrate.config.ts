import { Env, KafkaConfig, LogConfig, MongoConfig, Section } from '@laurel/platform-config';
import { IsInt, Max, Min } from 'class-validator';

export class MigrateConfig {
  @Section() readonly log = new LogConfig();
  @Section() readonly kafka = new KafkaConfig();
  @Section() readonly mongo = new MongoConfig();

  @Env('LAUREL_KAFKA_REPLICATION_FACTOR', {
    description: 'Copies of each partition of the topics that are created; 3 in a cluster.',
    as: 'integer',
  })
  @IsInt()
  @Min(1)
  @Max(9)
  readonly replicationFactor: number = 1;

  @Env('LAUREL_KAFKA_RETENTION_DAYS', {
    description:
      'How long created topics keep messages, in days: longer than the longest outage of scoring to survive.',
    as: 'integer',
  })
  @IsInt()
  @Min(1)
  @Max(3_650)
  readonly retentionDays: number = 30;
}
