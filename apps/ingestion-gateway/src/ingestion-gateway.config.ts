import {
  Env,
  HttpConfig,
  KafkaConfig,
  LogConfig,
  MongoConfig,
  PlayerTokenPublicKeyConfig,
  Section,
} from '@laurel/platform-config';
import { IsInt, Max, Min } from 'class-validator';

export class IngestionGatewayConfig {
  @Section() readonly http = new HttpConfig(7101);
  @Section() readonly log = new LogConfig();
  @Section() readonly kafka = new KafkaConfig();
  /** For secret keys alone, through a cache: accepting an event does not wait for MongoDB. */
  @Section() readonly mongo = new MongoConfig();
  @Section() readonly playerTokens = new PlayerTokenPublicKeyConfig();

  @Env('LAUREL_EVENT_MAX_AGE_DAYS', {
    description:
      'Oldest event that is taken, in days since it happened. Ids are remembered as long as event records: raise it beyond ' +
      'their retention only to load history that is sent once.',
    as: 'integer',
  })
  @IsInt()
  @Min(1)
  @Max(36_500)
  readonly eventMaxAgeDays: number = 400;
}
