export { luaScript } from './lua-script.js';
export type { LuaScript, LuaScriptOptions } from './lua-script.js';
export { createRedisClient } from './redis-client.js';
export type { RedisClient, RedisSettings } from './redis-client.js';
export { isRedisUnavailable } from './redis-failure.js';
export { redisAnswers } from './redis-health.js';
export { REDIS, RedisModule, closeRedis } from './redis.module.js';
export type { RedisModuleOptions } from './redis.module.js';
