import type { RedisClient } from './redis-client.js';

/** Readiness of a process that can't work without Redis: true, or a sentence saying what is wrong. */
export async function redisAnswers(redis: RedisClient): Promise<true | string> {
  try {
    await redis.ping();
    return true;
  } catch (error) {
    return `Redis does not answer: ${error instanceof Error ? error.message : String(error)}`;
  }
}
