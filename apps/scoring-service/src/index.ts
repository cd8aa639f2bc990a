export { AppModule } from './app.module.js';
export { ScoringServiceConfig } from './scoring-service.config.js';
