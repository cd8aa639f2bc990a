import type { Server } from 'node:http';
import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { ApplicationConfig, HttpAdapterHost } from '@nestjs/core';
import { type Log, systemClock } from '@laurel/kernel';
import { LOG } from '@laurel/platform-observability';
import { REDIS, type RedisClient } from '@laurel/platform-redis';
import { LiveDoor } from './live-door.js';
import { LIVE_LIMITS, type LiveLimits } from './live-limits.js';
import { LiveSessions } from './live-sessions.js';
import { LiveStreamController } from './live-stream.controller.js';
import { LiveTicketsController } from './live-tickets.controller.js';
import { LiveTopics } from './live-topics.js';
import { LiveAdapter } from './live.adapter.js';
import { LiveGateway } from './live.gateway.js';
import { LiveSettings } from './live.settings.js';
import { PlayerConnections } from './player-connections.js';
import { PlayerInstances } from './player-instances.js';

export interface LiveOptions {
  /** What differs from `LIVE_LIMITS`. */
  readonly limits?: Partial<LiveLimits>;
  /** Origins of pages that may connect. Default: any. */
  readonly origins?: readonly string[];
  /** Starts the names of the keys in Redis by which instances count a player's connections together. Without it, each counts its own. */
  readonly redisKeyPrefix?: string;
}

/** Serves the live feed on the application's own port. Slices add what can be watched through `LiveTopics`. */
@Module({})
export class LiveModule {
  constructor(application: ApplicationConfig, host: HttpAdapterHost, settings: LiveSettings, door: LiveDoor) {
    // The HTTP server may not be there yet: it is asked for when the application initialises and binds its gateways.
    const httpServer = (): Server => host.httpAdapter.getHttpServer() as Server;
    application.setIoAdapter(new LiveAdapter(httpServer, settings, door));
  }

  static forRoot({ limits = {}, origins, redisKeyPrefix }: LiveOptions = {}): DynamicModule {
    const settings = new LiveSettings({ ...LIVE_LIMITS, ...limits }, systemClock, origins);
    return {
      module: LiveModule,
      global: true,
      controllers: [LiveTicketsController, LiveStreamController],
      providers: [
        { provide: LiveSettings, useValue: settings },
        playerConnections(settings.limits.playerConnections, redisKeyPrefix),
        LiveDoor,
        LiveSessions,
        LiveTopics,
        LiveGateway,
      ],
      exports: [LiveTopics],
    };
  }
}

function playerConnections(most: number, redisKeyPrefix: string | undefined): Provider {
  return {
    provide: PlayerConnections,
    inject: redisKeyPrefix === undefined ? [LOG] : [LOG, REDIS],
    useFactory: (log: Log, redis?: RedisClient) =>
      new PlayerConnections(most, log, redis && new PlayerInstances(redis, redisKeyPrefix ?? '')),
  };
}
