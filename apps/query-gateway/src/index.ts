export { AppModule } from './app.module.js';
export { QUERY_GATEWAY_HTTP } from './query-gateway.api.js';
export { QueryGatewayConfig } from './query-gateway.config.js';
