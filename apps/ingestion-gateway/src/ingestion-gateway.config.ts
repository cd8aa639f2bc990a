import {
  Env,
  EventAgeConfig,
  HttpConfig,
  IdentityProviderConfig,
  KafkaConfig,
  LogConfig,
  MongoConfig,
  PlayerTokenPublicKeyConfig,
  RateLimitConfig,
  RedisConfig,
  Section,
} from '@laurel/platform-config';
import { IsInt, Max, Min } from 'class-validator';

export class IngestionGatewayConfig {
  @Section() readonly http = new HttpConfig(7101);
  @Section() readonly log = new LogConfig();
  @Section() readonly kafka = new KafkaConfig();
  /** For secret keys and event types, both remembered: accepting an event does not wait for MongoDB. */
  @Section() readonly mongo = new MongoConfig();
  @Section() readonly eventAge = new EventAgeConfig();
  /** For the rate limits that all gateways share; without it each instance counts for itself. */
  @Section() readonly redis = new RedisConfig();
  @Section() readonly rateLimits = new RateLimitConfig();
  @Section() readonly identityProviders = new IdentityProviderConfig();
  @Section() readonly playerTokens = new PlayerTokenPublicKeyConfig();

  @Env('LAUREL_PLAYER_EVENTS_PER_SECOND', {
    description:
      "Events of one player that each gateway takes per second; ten seconds' worth may come at once. More are refused with 429: " +
      'one player is the work of one partition, which others share.',
    as: 'integer',
  })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  readonly playerEventsPerSecond: number = 100;
}
