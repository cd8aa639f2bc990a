import type { Server } from 'node:http';
import { type DynamicModule, Module } from '@nestjs/common';
import { ApplicationConfig, HttpAdapterHost } from '@nestjs/core';
import { systemClock } from '@laurel/kernel';
import { LiveDoor } from './live-door.js';
import { LIVE_LIMITS, type LiveLimits } from './live-limits.js';
import { LiveSessions } from './live-sessions.js';
import { LiveStreamController } from './live-stream.controller.js';
import { LiveTicketsController } from './live-tickets.controller.js';
import { LiveTopics } from './live-topics.js';
import { LiveAdapter } from './live.adapter.js';
import { LiveGateway } from './live.gateway.js';
import { LiveSettings } from './live.settings.js';

export interface LiveOptions {
  /** What differs from `LIVE_LIMITS`. */
  readonly limits?: Partial<LiveLimits>;
  /** Origins of pages that may connect. Default: any. */
  readonly origins?: readonly string[];
}

/** Serves the live feed on the application's own port. Slices add what can be watched through `LiveTopics`. */
@Module({})
export class LiveModule {
  constructor(application: ApplicationConfig, host: HttpAdapterHost, settings: LiveSettings, door: LiveDoor) {
    // The HTTP server may not be there yet: it is asked for when the application initialises and binds its gateways.
    const httpServer = (): Server => host.httpAdapter.getHttpServer() as Server;
    application.setIoAdapter(new LiveAdapter(httpServer, settings, door));
  }

  static forRoot({ limits = {}, origins }: LiveOptions = {}): DynamicModule {
    const settings = new LiveSettings({ ...LIVE_LIMITS, ...limits }, systemClock, origins);
    return {
      module: LiveModule,
      global: true,
      controllers: [LiveTicketsController, LiveStreamController],
      providers: [{ provide: LiveSettings, useValue: settings }, LiveDoor, LiveSessions, LiveTopics, LiveGateway],
      exports: [LiveTopics],
    };
  }
}
