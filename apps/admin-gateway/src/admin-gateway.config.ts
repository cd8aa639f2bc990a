import {
  ErasureConfig,
  HttpConfig,
  IdentityProviderConfig,
  KafkaConfig,
  LogConfig,
  MongoConfig,
  OperatorSecretsConfig,
  OperatorsConfig,
  PlayerTokenPrivateKeyConfig,
  PlayerTokenPublicKeyConfig,
  RateLimitConfig,
  RedisConfig,
  Section,
} from '@laurel/platform-config';
import { ConsoleConfig } from './console/console.config.js';
import { DryRunConfig } from './dry-run.config.js';

export class AdminGatewayConfig {
  @Section() readonly http = new HttpConfig(7102);
  @Section() readonly log = new LogConfig();
  @Section() readonly kafka = new KafkaConfig();
  @Section() readonly mongo = new MongoConfig();
  /** For the rate limits that all gateways share, and attempts to sign in; without it each instance counts for itself. */
  @Section() readonly redis = new RedisConfig();
  @Section() readonly rateLimits = new RateLimitConfig();
  @Section() readonly operators = new OperatorsConfig();
  @Section() readonly operatorSecrets = new OperatorSecretsConfig();
  @Section() readonly erasure = new ErasureConfig();
  @Section() readonly identityProviders = new IdentityProviderConfig();
  @Section() readonly playerTokens = new PlayerTokenPublicKeyConfig();
  @Section() readonly console = new ConsoleConfig();
  @Section() readonly dryRuns = new DryRunConfig();
  @Section() readonly playerTokenSigning = new PlayerTokenPrivateKeyConfig();
}
