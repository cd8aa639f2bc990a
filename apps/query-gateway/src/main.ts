import { runHttpApp } from '@laurel/platform-http';
import { AppModule } from './app.module.js';
import { QUERY_GATEWAY_HTTP } from './query-gateway.api.js';
import { QueryGatewayConfig } from './query-gateway.config.js';

void runHttpApp({
  ...QUERY_GATEWAY_HTTP,
  config: QueryGatewayConfig,
  http: ({ live }) => ({ corsOrigins: live.origins }),
  module: (config) => AppModule.forRoot(config),
});
