import { type DynamicModule, Module } from '@nestjs/common';
import { APP_LOGGER } from '@laurel/platform-http';
import { type Logger as PinoRoot } from 'pino';
import { LoggerModule } from 'nestjs-pino';
import { AppLogger } from './app-logger.js';
import { LOG, REQUEST_LOG, withoutRedaction } from './log.js';
import { Metrics } from './metrics.js';
import { MetricsController } from './metrics.controller.js';
import { RequestObserver } from './request-observer.js';

/** Hands out the process's log, serves its metrics at `/metrics`, and writes one line per request. */
@Module({})
export class ObservabilityModule {
  /** @param log from `createLog` */
  static forRoot(log: PinoRoot): DynamicModule {
    return {
      module: ObservabilityModule,
      global: true,
      // Requests get their id and their line from Fastify's hooks, which cost less than nestjs-pino's middleware.
      imports: [LoggerModule.forRoot({ pinoHttp: { logger: log }, forRoutes: [] })],
      controllers: [MetricsController],
      providers: [
        Metrics,
        RequestObserver,
        { provide: LOG, useValue: log },
        { provide: REQUEST_LOG, useValue: withoutRedaction(log) },
        { provide: APP_LOGGER, useClass: AppLogger },
      ],
      exports: [Metrics, LOG, APP_LOGGER],
    };
  }
}
