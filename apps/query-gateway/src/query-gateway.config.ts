import {
  HttpConfig,
  IdentityProviderConfig,
  KafkaConfig,
  LiveConfig,
  LogConfig,
  MongoConfig,
  OperatorsConfig,
  PlayerTokenPublicKeyConfig,
  RateLimitConfig,
  RedisConfig,
  Section,
} from '@laurel/platform-config';

export class QueryGatewayConfig {
  @Section() readonly http = new HttpConfig(7103);
  @Section() readonly log = new LogConfig();
  /** Tells of boards that moved, so that watchers hear of it at once. */
  @Section() readonly kafka = new KafkaConfig();
  @Section() readonly mongo = new MongoConfig();
  @Section() readonly redis = new RedisConfig();
  @Section() readonly operators = new OperatorsConfig();
  @Section() readonly rateLimits = new RateLimitConfig();
  @Section() readonly live = new LiveConfig();
  @Section() readonly identityProviders = new IdentityProviderConfig();
  @Section() readonly playerTokens = new PlayerTokenPublicKeyConfig();
}
