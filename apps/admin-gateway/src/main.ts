import { runHttpApp } from '@laurel/platform-http';
import { ADMIN_GATEWAY_HTTP } from './admin-gateway.api.js';
import { AdminGatewayConfig } from './admin-gateway.config.js';
import { AppModule } from './app.module.js';

void runHttpApp({
  ...ADMIN_GATEWAY_HTTP,
  config: AdminGatewayConfig,
  module: (config) => AppModule.forRoot(config),
});
