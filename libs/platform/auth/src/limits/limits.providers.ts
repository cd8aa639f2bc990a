import type { Clock } from '@laurel/kernel';
import { DEFAULT_BODY_LIMIT_BYTES } from '@laurel/platform-http';
import { REDIS, type RedisClient } from '@laurel/platform-redis';
import { Logger, type Provider } from '@nestjs/common';
import { InsuredBudgets } from './insured-budgets.js';
import type { FixedLimit } from './limits.dto.js';
import { LocalBudgets } from './local-budgets.js';
import { type Rates, RateLimiter } from './rate-limiter.js';
import { RedisBudgets } from './redis-budgets.js';

export interface LimitsOptions {
  readonly rates: Rates;
  /** Starts the names of the keys in Redis: the same for all gateways, which share the budgets. */
  readonly redisKeyPrefix: string;
  /** The app's own limits that no use changes, for `GET /v1/limits`: besides those that all apps have. */
  readonly fixed?: readonly FixedLimit[];
}

/** Injects the app's `FixedLimit`s. */
export const FIXED_LIMITS = Symbol('laurel.fixed-limits');

const OF_ALL_APPS: readonly FixedLimit[] = [
  { name: 'body', most: DEFAULT_BODY_LIMIT_BYTES, unit: 'bytes' },
  { name: 'page', most: 100, unit: 'items' },
];

export function limitsProviders({ rates, redisKeyPrefix, fixed = [] }: LimitsOptions, clock: Clock): Provider[] {
  const makeLimiter = (redis: RedisClient): RateLimiter => {
    const logger = new Logger('limits');
    const log = {
      info: (facts: object, message: string) => logger.log(facts, message),
      warn: (facts: object, message: string) => logger.warn(facts, message),
    };
    const shared = new RedisBudgets(redis, redisKeyPrefix);
    return new RateLimiter(new InsuredBudgets(shared, new LocalBudgets(clock), clock, log), rates, clock);
  };
  return [
    { provide: FIXED_LIMITS, useValue: [...OF_ALL_APPS, ...fixed] },
    { provide: RateLimiter, useFactory: makeLimiter, inject: [REDIS] },
  ];
}
