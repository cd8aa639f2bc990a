import type { Clock } from '@laurel/kernel';
import type { BudgetStore } from './budget-store.js';

/** What one budget is of. */
export interface BudgetTerms {
  /** What clients read in headers. */
  readonly name: 'credential' | 'workspace';
  /** What one window holds. */
  readonly quota: number;
  readonly windowMs: number;
}

/** A hundredth of the quota is taken from the store at a time: most requests then ask nobody. */
const LEASES_PER_WINDOW = 100;

/** One budget as this instance knows it: what it has taken from the store and not yet spent, and what else there was. */
export class Budget {
  private held = 0;
  private rest = 0;
  private endsAt = 0;
  private asking: Promise<void> | undefined;
  private readonly lease: number;

  constructor(
    private readonly key: string,
    readonly terms: BudgetTerms,
    private readonly store: BudgetStore,
    private readonly clock: Clock,
  ) {
    this.lease = Math.max(Math.floor(terms.quota / LEASES_PER_WINDOW), 1);
  }

  /** What may still be spent, as far as this instance knows: others may have taken from it since. */
  left(now: number): number {
    return now < this.endsAt ? this.held + this.rest : this.terms.quota;
  }

  /** Until all is there again, in seconds, rounded up. */
  resetSeconds(now: number): number {
    return Math.ceil((now < this.endsAt ? this.endsAt - now : this.terms.windowMs) / 1_000);
  }

  /** Whether so much is at hand. */
  covers(cost: number, now: number): boolean {
    return now < this.endsAt && this.held >= cost;
  }

  /** Whether the window has no such amount any more, whoever is asked. */
  lacks(cost: number, now: number): boolean {
    return now < this.endsAt && this.held + this.rest < cost;
  }

  /** Only of what is at hand. */
  spend(cost: number): void {
    this.held -= cost;
  }

  /** Takes from the store; one question for all who wait. Afterwards the amount is at hand or lacking, or others were faster. */
  refill(cost: number): Promise<void> {
    this.asking ??= this.ask(cost).finally(() => {
      this.asking = undefined;
    });
    return this.asking;
  }

  private async ask(cost: number): Promise<void> {
    // The window ends so long after the question and not the answer: rather a bit early than late.
    const askedAt = this.clock.now();
    if (askedAt >= this.endsAt) this.held = 0;
    const atLeast = Math.max(cost - this.held, 1);
    const { quota, windowMs } = this.terms;
    const ask = { atLeast, upTo: Math.max(atLeast, this.lease), quota, windowMs };
    const { granted, left, endsInMs } = await this.store.take(this.key, ask);
    this.held += granted;
    this.rest = left;
    this.endsAt = askedAt + Math.max(endsInMs, 1);
  }
}
