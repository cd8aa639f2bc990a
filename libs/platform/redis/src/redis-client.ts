import type { Log } from '@laurel/kernel';
import { Redis } from 'ioredis';

/** A connection to Redis. Named here so that nothing else imports the driver. */
export type RedisClient = Redis;

export interface RedisSettings {
  /** `redis://` or `rediss://` URL. */
  readonly url: string;
  /** How long a command may take before it counts as failed, ms. Default 200: a reader rather hears "warming" than waits. */
  readonly commandTimeoutMs?: number;
  /**
   * Whether the commands of one turn of the event loop go out in one write. Default false; for a process that serves many
   * requests at a time, each with a command of its own.
   */
  readonly isBatched?: boolean;
}

const DEFAULT_COMMAND_TIMEOUT_MS = 200;
const CONNECT_TIMEOUT_MS = 2_000;
/** A connection whose peer has gone silent is given up after this; TCP alone would take a quarter of an hour. */
const SILENCE_MS = 2_000;
const LONGEST_PAUSE_MS = 1_000;

/**
 * Opens a connection that fails fast: a command is refused at once while disconnected, and rejected when its connection
 * drops instead of being sent a second time. It reconnects by itself, for ever, waiting at most a second between tries.
 */
export function createRedisClient(
  { url, commandTimeoutMs = DEFAULT_COMMAND_TIMEOUT_MS, isBatched = false }: RedisSettings,
  log: Log,
): RedisClient {
  const redis = new Redis(url, {
    commandTimeout: commandTimeoutMs,
    connectTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_MS,
    enableOfflineQueue: false,
    enableAutoPipelining: isBatched,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: pauseBeforeRetry,
  });
  redis.on('ready', () => log.info({}, 'redis.connected'));
  redis.on('reconnecting', (afterMs: number) => log.warn({ afterMs: Math.round(afterMs) }, 'redis.reconnecting'));
  // Without a listener, the driver prints errors by itself. The reconnect is under way already.
  redis.on('error', (error: Error) => log.warn({ reason: error.message }, 'redis.connection_failed'));
  return redis;
}

/** 50 ms, doubling up to a second, with a fifth of it by chance so that many instances don't come at once. */
const pauseBeforeRetry = (attempt: number): number =>
  Math.min(50 * 2 ** Math.min(attempt - 1, 10), LONGEST_PAUSE_MS) * (0.8 + Math.random() / 5);
