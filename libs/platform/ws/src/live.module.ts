import type { Server } from 'node:http';
import { type DynamicModule, Module } from '@nestjs/common';
import { ApplicationConfig, HttpAdapterHost } from '@nestjs/core';
import { systemClock } from '@laurel/kernel';
import { Metrics } from '@laurel/platform-observability';
import { LIVE_LIMITS, type LiveLimits } from './live-limits.js';
import { LiveTopics } from './live-topics.js';
import { LiveAdapter } from './live.adapter.js';
import { LiveGateway } from './live.gateway.js';
import { LiveSettings } from './live.settings.js';

/** Serves the live feed on the application's own port. Slices add what can be watched through `LiveTopics`. */
@Module({})
export class LiveModule {
  constructor(application: ApplicationConfig, host: HttpAdapterHost, settings: LiveSettings, metrics: Metrics) {
    const open = metrics.gauge({ name: 'laurel_live_sockets', help: 'Open connections of the live feed' });
    // The HTTP server may not be there yet: it is asked for when the application initialises and binds its gateways.
    const httpServer = (): Server => host.httpAdapter.getHttpServer() as Server;
    application.setIoAdapter(new LiveAdapter(httpServer, settings, (count) => open.set(count)));
  }

  /** @param limits what differs from `LIVE_LIMITS` */
  static forRoot(limits: Partial<LiveLimits> = {}): DynamicModule {
    return {
      module: LiveModule,
      global: true,
      providers: [
        { provide: LiveSettings, useValue: new LiveSettings({ ...LIVE_LIMITS, ...limits }, systemClock) },
        LiveTopics,
        LiveGateway,
      ],
      exports: [LiveTopics],
    };
  }
}
