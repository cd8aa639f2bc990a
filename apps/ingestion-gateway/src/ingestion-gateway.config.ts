import {
  EventAgeConfig,
  HttpConfig,
  KafkaConfig,
  LogConfig,
  MongoConfig,
  PlayerTokenPublicKeyConfig,
  Section,
} from '@laurel/platform-config';

export class IngestionGatewayConfig {
  @Section() readonly http = new HttpConfig(7101);
  @Section() readonly log = new LogConfig();
  @Section() readonly kafka = new KafkaConfig();
  /** For secret keys alone, through a cache: accepting an event does not wait for MongoDB. */
  @Section() readonly mongo = new MongoConfig();
  @Section() readonly eventAge = new EventAgeConfig();
  @Section() readonly playerTokens = new PlayerTokenPublicKeyConfig();
}
