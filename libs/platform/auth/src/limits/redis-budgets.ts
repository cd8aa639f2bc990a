import { type RedisClient, luaScript } from '@laurel/platform-redis';
import type { BudgetAsk, BudgetGrant, BudgetStore } from './budget-store.js';

/** The key counts what was granted, and lives as long as its window. A refusal counts nothing. */
const takeFromBudget = luaScript<BudgetGrant>({
  name: 'take-from-budget',
  lua: `
local atLeast, upTo, quota, windowMs = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local left = math.max(quota - tonumber(redis.call('GET', KEYS[1]) or '0'), 0)
local granted = 0
if left >= atLeast then granted = math.min(left, upTo) end
if granted > 0 then redis.call('INCRBY', KEYS[1], granted) end
local ttl = redis.call('PTTL', KEYS[1])
if ttl < 0 then
  ttl = windowMs
  if granted > 0 then redis.call('PEXPIRE', KEYS[1], windowMs) end
end
return {granted, left - granted, ttl}`,
  parse: (reply) => {
    const [granted, left, endsInMs] = reply as readonly [number, number, number];
    return { granted, left, endsInMs };
  },
});

/** Budgets that all instances of all gateways share. */
export class RedisBudgets implements BudgetStore {
  constructor(
    private readonly redis: RedisClient,
    private readonly keyPrefix: string,
  ) {}

  /** Rejects as any command does; see `isRedisUnavailable`. */
  take(key: string, { atLeast, upTo, quota, windowMs }: BudgetAsk): Promise<BudgetGrant> {
    return takeFromBudget.run(this.redis, [`${this.keyPrefix}limits:${key}`], [atLeast, upTo, quota, windowMs]);
  }
}
