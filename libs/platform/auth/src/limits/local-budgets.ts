import type { Clock } from '@laurel/kernel';
import type { BudgetAsk, BudgetGrant, BudgetStore } from './budget-store.js';

/** Budgets remembered; the oldest goes first. */
const CAPACITY = 20_000;

/** Budgets of this instance alone, for while it can't ask those that all share. */
export class LocalBudgets implements BudgetStore {
  private readonly windows = new Map<string, { used: number; readonly endsAt: number }>();

  constructor(private readonly clock: Clock) {}

  take(key: string, { atLeast, upTo, quota, windowMs }: BudgetAsk): Promise<BudgetGrant> {
    const now = this.clock.now();
    const window = this.windowAt(key, now, windowMs);
    const left = Math.max(quota - window.used, 0);
    const granted = left < atLeast ? 0 : Math.min(left, upTo);
    window.used += granted;
    return Promise.resolve({ granted, left: left - granted, endsInMs: window.endsAt - now });
  }

  private windowAt(key: string, now: number, windowMs: number): { used: number; readonly endsAt: number } {
    const known = this.windows.get(key);
    if (known && now < known.endsAt) return known;
    const begun = { used: 0, endsAt: now + windowMs };
    this.windows.delete(key);
    this.windows.set(key, begun);
    const [oldest] = this.windows.keys();
    if (this.windows.size > CAPACITY && oldest !== undefined) this.windows.delete(oldest);
    return begun;
  }
}
