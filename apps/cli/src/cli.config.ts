import { KafkaConfig, MongoConfig, RedisConfig, Section } from '@laurel/platform-config';

/** The servers that the command line works on: the same names as the services read. */
export class CliConfig {
  @Section()
  readonly kafka = new KafkaConfig();

  @Section()
  readonly mongo = new MongoConfig();

  @Section()
  readonly redis = new RedisConfig();
}
