export { AppModule } from './app.module.js';
export { INGESTION_GATEWAY_HTTP } from './ingestion-gateway.api.js';
export { IngestionGatewayConfig } from './ingestion-gateway.config.js';
