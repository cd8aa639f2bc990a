import { once } from 'node:events';
import type { Log } from '@laurel/kernel';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type RedisClient, type RedisSettings, createRedisClient } from './redis-client.js';

/** Injects the process's `RedisClient`. */
export const REDIS = Symbol('laurel.redis');

export interface RedisModuleOptions extends RedisSettings {
  readonly log: Log;
}

/** How long closing waits for the server's goodbye, ms. */
const QUIT_TIMEOUT_MS = 1_000;

@Module({})
export class RedisModule implements OnApplicationShutdown {
  constructor(@Inject(REDIS) private readonly redis: RedisClient) {}

  /** One connection for the process, made in the background: a process starts, and is ready or not, without Redis. */
  static forRoot({ log, ...settings }: RedisModuleOptions): DynamicModule {
    return {
      module: RedisModule,
      global: true,
      providers: [{ provide: REDIS, useFactory: () => createRedisClient(settings, log) }],
      exports: [REDIS],
    };
  }

  /** After the servers have closed: commands that are still under way are answered first. */
  async onApplicationShutdown(): Promise<void> {
    await closeRedis(this.redis);
  }
}

/** Ends a connection: politely when it is up, at once when it is not. */
export async function closeRedis(redis: RedisClient): Promise<void> {
  if (hasEnded(redis)) return;
  const ended = once(redis, 'end', { signal: AbortSignal.timeout(QUIT_TIMEOUT_MS) }).catch(() => undefined);
  if (redis.status === 'ready') redis.quit().catch(() => undefined);
  else redis.disconnect();
  await ended;
  // Only then: a disconnect after the end would wait for a socket that is gone.
  if (!hasEnded(redis)) redis.disconnect();
}

const hasEnded = ({ status }: RedisClient): boolean => status === 'end';
