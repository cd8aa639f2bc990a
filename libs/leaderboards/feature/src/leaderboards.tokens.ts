/** Injects the prefix of every key in Redis (string, `laurel:` unless configured). */
export const REDIS_KEY_PREFIX = Symbol('laurel.redis-key-prefix');
