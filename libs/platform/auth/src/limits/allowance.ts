import { type Clock, type DomainError, type Result, err, ok } from '@laurel/kernel';
import { authErrors } from '../auth.errors.js';
import type { Budget } from './budget.js';
import type { RateLimitDto } from './limits.dto.js';

type Charged = Result<void, DomainError>;

const CHARGED: Charged = ok(undefined);

/** What one caller may still do: every request is charged to the credential's budget and to its workspace's. */
export class Allowance {
  /** `RateLimit-Policy` of draft-ietf-httpapi-ratelimit-headers-10. */
  readonly policy: string;

  constructor(
    readonly own: Budget,
    readonly shared: Budget,
    private readonly clock: Clock,
  ) {
    this.policy = [own, shared]
      .map(({ terms }) => `"${terms.name}";q=${terms.quota};w=${terms.windowMs / 1_000}`)
      .join(', ');
  }

  /**
   * Charges both budgets, or neither. Answers at once where both are at hand.
   *
   * Errors: `auth.rate_limited`
   */
  charge(cost: number): Charged | Promise<Charged> {
    return this.spend(cost, this.clock.now()) ? CHARGED : this.refillAndCharge(cost);
  }

  /** `RateLimit` of draft-ietf-httpapi-ratelimit-headers-10: what is left (`r`) and for how many seconds (`t`). */
  standing(): string {
    const now = this.clock.now();
    const { own, shared } = this;
    return `"${own.terms.name}";r=${own.left(now)};t=${own.resetSeconds(now)}, "${shared.terms.name}";r=${shared.left(now)};t=${shared.resetSeconds(now)}`;
  }

  /** The same as data: the caller's own budget first. */
  rates(): RateLimitDto[] {
    const now = this.clock.now();
    return [this.own, this.shared].map((budget) => ({
      name: budget.terms.name,
      quota: budget.terms.quota,
      windowSeconds: budget.terms.windowMs / 1_000,
      left: budget.left(now),
      resetSeconds: budget.resetSeconds(now),
    }));
  }

  private spend(cost: number, now: number): boolean {
    if (!this.own.covers(cost, now) || !this.shared.covers(cost, now)) return false;
    this.own.spend(cost);
    this.shared.spend(cost);
    return true;
  }

  private async refillAndCharge(cost: number): Promise<Charged> {
    const budgets = [this.own, this.shared];
    for (;;) {
      const now = this.clock.now();
      if (this.spend(cost, now)) return CHARGED;
      const spent = budgets.find((budget) => budget.lacks(cost, now));
      if (spent) return err(refusal(spent, cost, now));
      const missing = budgets.filter((budget) => !budget.covers(cost, now));
      await Promise.all(missing.map((budget) => budget.refill(cost)));
    }
  }
}

function refusal(budget: Budget, cost: number, now: number): DomainError {
  const { name, quota, windowMs } = budget.terms;
  const asked = cost === 1 ? 'this request is one more' : `this request costs ${cost}`;
  return authErrors.rateLimited(
    `The ${name} has ${budget.left(now)} left of ${quota} in ${windowMs / 1_000} s, and ${asked}.`,
    { retryAfterSeconds: budget.resetSeconds(now) },
  );
}
