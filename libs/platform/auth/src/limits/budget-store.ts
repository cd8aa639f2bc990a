/** What is asked of one budget: at least so much or nothing, and more for later if it is there. */
export interface BudgetAsk {
  readonly atLeast: number;
  readonly upTo: number;
  /** What one window holds. */
  readonly quota: number;
  readonly windowMs: number;
}

export interface BudgetGrant {
  /** 0, or at least what was asked for. */
  readonly granted: number;
  /** What nobody has been granted yet. */
  readonly left: number;
  /** Until the window ends and all is there again, ms. */
  readonly endsInMs: number;
}

/** Gives out budgets, each in windows that begin with the first grant; never more in one window than its quota. */
export interface BudgetStore {
  take(key: string, ask: BudgetAsk): Promise<BudgetGrant>;
}
