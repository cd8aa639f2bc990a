import type { DomainError, Result } from '@laurel/kernel';
import { orThrow } from '@laurel/platform-http';
import type { FastifyReply } from 'fastify';
import type { Credential } from '../credential.js';
import type { Allowance } from './allowance.js';
import type { RateLimiter } from './rate-limiter.js';

/**
 * Charges a request to its caller and tells the client what is left. The guard charges 1 for each; what carries more work than
 * one request charges the rest, before it does any. Without a limiter nothing is charged.
 *
 * @returns nothing where nothing was waited for
 * @throws ProblemException `auth.rate_limited`
 */
export function chargeRequest(
  limiter: RateLimiter | undefined,
  credential: Credential,
  cost: number,
  reply: FastifyReply,
): Promise<void> | undefined {
  if (!limiter || cost === 0) return undefined;
  const allowance = limiter.of(credential);
  const charged = allowance.charge(cost);
  // Nearly always at once: what waits for nothing should not cost a turn of the event loop's queue either.
  return charged instanceof Promise
    ? charged.then((late) => tell(allowance, late, reply))
    : tell(allowance, charged, reply);
}

function tell(allowance: Allowance, charged: Result<void, DomainError>, reply: FastifyReply): undefined {
  reply.header('ratelimit-policy', allowance.policy).header('ratelimit', allowance.standing());
  orThrow(charged);
}
