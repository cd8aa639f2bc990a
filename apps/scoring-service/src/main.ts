import { runHttpApp } from '@laurel/platform-http';
import { AppModule } from './app.module.js';
import { PartitionConsumer } from './partition-consumer.js';
import { ScoringServiceConfig } from './scoring-service.config.js';

void runHttpApp({
  config: ScoringServiceConfig,
  module: (config) => AppModule.forRoot(config),
  prepare: (app) => app.get(PartitionConsumer).attach(app),
});
