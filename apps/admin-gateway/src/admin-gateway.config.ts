import {
  ErasureConfig,
  HttpConfig,
  KafkaConfig,
  LogConfig,
  MongoConfig,
  OperatorSecretsConfig,
  OperatorsConfig,
  PlayerTokenPrivateKeyConfig,
  PlayerTokenPublicKeyConfig,
  RedisConfig,
  Section,
} from '@laurel/platform-config';
import { DryRunConfig } from './dry-run.config.js';

export class AdminGatewayConfig {
  @Section() readonly http = new HttpConfig(7102);
  @Section() readonly log = new LogConfig();
  @Section() readonly kafka = new KafkaConfig();
  @Section() readonly mongo = new MongoConfig();
  /** Counts attempts to sign in, for all instances together; without it each counts for itself. */
  @Section() readonly redis = new RedisConfig();
  @Section() readonly operators = new OperatorsConfig();
  @Section() readonly operatorSecrets = new OperatorSecretsConfig();
  @Section() readonly erasure = new ErasureConfig();
  @Section() readonly playerTokens = new PlayerTokenPublicKeyConfig();
  @Section() readonly dryRuns = new DryRunConfig();
  @Section() readonly playerTokenSigning = new PlayerTokenPrivateKeyConfig();
}
