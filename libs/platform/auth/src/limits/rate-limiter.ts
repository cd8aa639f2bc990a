import type { Clock } from '@laurel/kernel';
import { type Credential, actorOf } from '../credential.js';
import { Allowance } from './allowance.js';
import type { BudgetStore } from './budget-store.js';
import { Budget, type BudgetTerms } from './budget.js';

/** What may be done per second, averaged over a window of `RATE_WINDOW_MS`. */
export interface Rates {
  readonly keyPerSecond: number;
  readonly playerPerSecond: number;
  readonly workspacePerSecond: number;
}

/** How long a budget lasts: a burst may use it all at once. */
export const RATE_WINDOW_MS = 10_000;
/** Callers remembered, of each kind; the oldest goes first, and loses what it holds of its budget at worst. */
const CAPACITY = 20_000;

/** Knows what each caller may still do. Callers of one workspace share its budget, on all gateways. */
export class RateLimiter {
  /** Keys whose credential is the same object at each request. */
  private readonly keys = new WeakMap<Credential, Allowance>();
  private readonly callers = new Map<string, Allowance>();
  private readonly workspaces = new Map<string, Budget>();

  constructor(
    private readonly store: BudgetStore,
    private readonly rates: Rates,
    private readonly clock: Clock,
  ) {}

  of(credential: Credential): Allowance {
    return this.keys.get(credential) ?? this.find(credential);
  }

  private find(credential: Credential): Allowance {
    const { kind, id } = actorOf(credential);
    // The tag keeps a workspace's budgets in one slot of a cluster; an id can't end it, as ids of workspaces have no brace.
    const key = `{${credential.workspace}}:${kind}:${id}`;
    const allowance = this.callers.get(key) ?? this.meet(key, credential);
    // Those of player tokens are made anew for each request, and would only burden the garbage collector.
    if (kind !== 'player_token') this.keys.set(credential, allowance);
    return allowance;
  }

  private meet(key: string, { kind, workspace }: Credential): Allowance {
    const { keyPerSecond, playerPerSecond, workspacePerSecond } = this.rates;
    const own = kind === 'player_token' ? playerPerSecond : keyPerSecond;
    const allowance = new Allowance(
      this.budget(key, termsOf('credential', own)),
      this.workspaces.get(workspace) ??
        remember(this.workspaces, workspace, this.budget(`{${workspace}}`, termsOf('workspace', workspacePerSecond))),
      this.clock,
    );
    return remember(this.callers, key, allowance);
  }

  private budget(key: string, terms: BudgetTerms): Budget {
    return new Budget(key, terms, this.store, this.clock);
  }
}

const termsOf = (name: BudgetTerms['name'], perSecond: number): BudgetTerms => ({
  name,
  quota: Math.ceil((perSecond * RATE_WINDOW_MS) / 1_000),
  windowMs: RATE_WINDOW_MS,
});

function remember<T>(known: Map<string, T>, key: string, value: T): T {
  known.set(key, value);
  const [oldest] = known.keys();
  if (known.size > CAPACITY && oldest !== undefined) known.delete(oldest);
  return value;
}
