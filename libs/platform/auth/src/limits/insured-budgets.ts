import type { Clock, Log } from '@laurel/kernel';
import { isRedisUnavailable } from '@laurel/platform-redis';
import type { BudgetAsk, BudgetGrant, BudgetStore } from './budget-store.js';

/** How long Redis is left alone after it failed: who waits for it again and again is slow for nothing. */
const PAUSE_MS = 1_000;

/** Asks Redis, and while that is away a store of this instance's own: limits are then loose, and no request fails. */
export class InsuredBudgets implements BudgetStore {
  private awayUntil = 0;
  private isAway = false;

  constructor(
    private readonly shared: BudgetStore,
    private readonly own: BudgetStore,
    private readonly clock: Clock,
    private readonly log: Pick<Log, 'info' | 'warn'>,
  ) {}

  async take(key: string, ask: BudgetAsk): Promise<BudgetGrant> {
    if (this.clock.now() < this.awayUntil) return this.own.take(key, ask);
    try {
      const grant = await this.shared.take(key, ask);
      if (this.isAway) this.log.info({}, 'limits.shared_again');
      this.isAway = false;
      return grant;
    } catch (error) {
      if (!isRedisUnavailable(error)) throw error;
      this.goLocal(error);
      return this.own.take(key, ask);
    }
  }

  private goLocal(reason: unknown): void {
    if (!this.isAway) this.log.warn({ reason: String(reason) }, 'limits.not_shared');
    this.isAway = true;
    this.awayUntil = this.clock.now() + PAUSE_MS;
  }
}
