import { hash } from 'node:crypto';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { REDIS, type RedisClient } from '@laurel/platform-redis';
import { operatorErrors } from '@laurel/tenancy-domain';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { SIGN_IN_SETTINGS, type SignInSettings } from './sign-in-settings.js';

/** Failures that are taken in a window, of one account and from one address. */
const WINDOW_SECONDS = 15 * 60;
const PER_ACCOUNT = 10;
const PER_ADDRESS = 100;

/** Who tries a password: for which account, from where. */
export interface Attempt {
  /** Normalised. */
  readonly email: string;
  /** IP address of the caller. */
  readonly address: string;
}

/**
 * Counts attempts at passwords and codes before they are checked, so that many at once are counted too, and gives them back when
 * they succeed. All instances count together in Redis; while it is away, each by itself.
 */
@Injectable()
export class SignInAttempts {
  private readonly accounts: RateLimiterRedis;
  private readonly addresses: RateLimiterRedis;

  constructor(@Inject(REDIS) redis: RedisClient, @Inject(SIGN_IN_SETTINGS) { redisKeyPrefix }: SignInSettings) {
    const limiter = (name: string, points: number): RateLimiterRedis => {
      const limits = { keyPrefix: `${redisKeyPrefix}sign-in:${name}`, points, duration: WINDOW_SECONDS };
      return new RateLimiterRedis({ ...limits, storeClient: redis, insuranceLimiter: new RateLimiterMemory(limits) });
    };
    this.accounts = limiter('account', PER_ACCOUNT);
    this.addresses = limiter('address', PER_ADDRESS);
  }

  /** Counts an attempt. Error: `operators.too_many_attempts`. */
  async take({ email, address }: Attempt): Promise<Result<void, DomainError>> {
    const waits = [await waitOf(this.addresses, address), await waitOf(this.accounts, nameOf(email))];
    const waitMs = Math.max(...waits);
    if (waitMs === 0) return ok(undefined);
    const retryAfterSeconds = Math.ceil(waitMs / 1_000);
    return err(operatorErrors.tooManyAttempts(`Try again in ${retryAfterSeconds} s.`, { retryAfterSeconds }));
  }

  /** Called after a success: the account starts anew, and the address has its attempt back. */
  async succeed({ email, address }: Attempt): Promise<void> {
    await this.accounts.delete(nameOf(email));
    await this.addresses.reward(address);
  }
}

/** No address of a person is kept in Redis. */
const nameOf = (email: string): string => hash('sha256', email, 'base64url');

/** Milliseconds to wait; 0 for an attempt that is taken. */
async function waitOf(limiter: RateLimiterRedis, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return refused.msBeforeNext;
    throw refused;
  }
}
