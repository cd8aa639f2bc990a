export { ADMIN_GATEWAY_HTTP } from './admin-gateway.api.js';
export { AdminGatewayConfig } from './admin-gateway.config.js';
export { AppModule } from './app.module.js';
export { MigrateConfig } from './migrate.config.js';
