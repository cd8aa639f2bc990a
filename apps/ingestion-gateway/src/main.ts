import { runHttpApp } from '@laurel/platform-http';
import { AppModule } from './app.module.js';
import { INGESTION_GATEWAY_HTTP } from './ingestion-gateway.api.js';
import { IngestionGatewayConfig } from './ingestion-gateway.config.js';

void runHttpApp({
  ...INGESTION_GATEWAY_HTTP,
  config: IngestionGatewayConfig,
  module: (config) => AppModule.forRoot(config),
});
