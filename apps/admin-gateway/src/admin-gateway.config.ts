import {
  HttpConfig,
  KafkaConfig,
  LogConfig,
  MongoConfig,
  PlayerTokenPrivateKeyConfig,
  PlayerTokenPublicKeyConfig,
  Section,
} from '@laurel/platform-config';

export class AdminGatewayConfig {
  @Section() readonly http = new HttpConfig(7102);
  @Section() readonly log = new LogConfig();
  @Section() readonly kafka = new KafkaConfig();
  @Section() readonly mongo = new MongoConfig();
  @Section() readonly playerTokens = new PlayerTokenPublicKeyConfig();
  @Section() readonly playerTokenSigning = new PlayerTokenPrivateKeyConfig();
}
