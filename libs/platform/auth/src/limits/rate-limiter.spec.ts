import { FakeClock } from '@laurel/testing';
import type { Credential } from '../credential.js';
import type { BudgetAsk, BudgetGrant, BudgetStore } from './budget-store.js';
import { LocalBudgets } from './local-budgets.js';
import { RateLimiter } from './rate-limiter.js';

const key = (keyId: string, workspace = 'ws_1'): Credential => ({
  kind: 'secret_key',
  workspace,
  keyId,
  permissions: [],
});
const player = (playerId: string): Credential => ({
  kind: 'player_token',
  workspace: 'ws_1',
  playerId,
  permissions: [],
});

/** A store that counts how often it is asked. */
class CountingBudgets implements BudgetStore {
  asked = 0;

  constructor(private readonly budgets: BudgetStore) {}

  take(name: string, ask: BudgetAsk): Promise<BudgetGrant> {
    this.asked += 1;
    return this.budgets.take(name, ask);
  }
}

describe('the rate limiter', () => {
  const rates = { keyPerSecond: 10, playerPerSecond: 1, workspacePerSecond: 15 };
  let clock: FakeClock;
  let store: CountingBudgets;
  let limiter: RateLimiter;

  const limiterWith = (more: Partial<typeof rates> = {}): RateLimiter =>
    new RateLimiter(store, { ...rates, ...more }, clock);

  beforeEach(() => {
    clock = new FakeClock(1_000_000);
    store = new CountingBudgets(new LocalBudgets(clock));
    limiter = limiterWith();
  });

  /** How many of so many requests at once are let through. */
  const passed = async (count: number, credential: Credential, by = limiter): Promise<number> => {
    const charges = await Promise.all(Array.from({ length: count }, async () => by.of(credential).charge(1)));
    return charges.filter(({ ok }) => ok).length;
  };

  it('lets a key do what its budget of ten seconds holds, all at once, and no more', async () => {
    expect(await passed(130, key('a'))).toBe(100);
    expect(await limiter.of(key('a')).charge(1)).toMatchObject({
      ok: false,
      error: { code: 'auth.rate_limited', kind: 'rate_limited', retryAfterSeconds: 10 },
    });
  });

  it('has all of it there again when the window ends, and not before', async () => {
    await passed(100, key('a'));
    clock.advance(9_999);
    expect(await passed(1, key('a'))).toBe(0);
    clock.advance(1);
    expect(await passed(130, key('a'))).toBe(100);
  });

  it('holds many keys and players of one workspace to the budget of the workspace', async () => {
    const callers = [key('a'), key('b'), key('c'), player('ann'), player('bob')];
    const each = await Promise.all(callers.map((caller) => passed(60, caller)));
    expect(each.reduce((sum, one) => sum + one, 0)).toBe(150);
  });

  it('keeps each player to its own budget, whatever is left of the workspace', async () => {
    expect(await passed(30, player('ann'))).toBe(10);
    expect(await passed(30, player('bob'))).toBe(10);
  });

  it('keeps workspaces apart', async () => {
    await passed(200, key('a'));
    await passed(200, key('b'));
    expect(await passed(30, key('a', 'ws_2'))).toBe(30);
  });

  it('charges a caller that is refused by one budget nothing of the other', async () => {
    await passed(100, key('a'));
    await passed(500, key('a'));
    expect(await passed(100, key('b'))).toBe(50);
  });

  it('refuses a batch that is more than what is left as a whole, and leaves the rest to smaller ones', async () => {
    await passed(60, key('a'));
    const refused = await limiter.of(key('a')).charge(41);
    expect(refused).toMatchObject({
      ok: false,
      error: { detail: 'The credential has 40 left of 100 in 10 s, and this request costs 41.' },
    });
    expect((await limiter.of(key('a')).charge(40)).ok).toBe(true);
    expect((await limiter.of(key('a')).charge(1)).ok).toBe(false);
  });

  it('refuses what no budget can ever hold', async () => {
    expect((await limiter.of(key('a')).charge(101)).ok).toBe(false);
    expect(await passed(100, key('a'))).toBe(100);
  });

  it('takes a hundredth of a large budget at a time, and asks nobody between', async () => {
    limiter = limiterWith({ keyPerSecond: 10_000, workspacePerSecond: 20_000 });
    for (let request = 0; request < 4_000; request += 1) await limiter.of(key('a')).charge(1);
    // Four leases of 1,000 of the key, two of 2,000 of the workspace.
    expect(store.asked).toBe(6);
  });

  it('asks nobody when it knows that a budget is spent', async () => {
    await passed(100, key('a'));
    const { asked } = store;
    expect(await passed(50, key('a'))).toBe(0);
    expect(store.asked).toBe(asked);
  });

  it('shares budgets with others who ask the same store, exactly', async () => {
    const limiters = [limiter, limiterWith(), limiterWith()];
    const each = await Promise.all(limiters.map((one) => passed(70, key('a'), one)));
    expect(each.reduce((sum, one) => sum + one, 0)).toBe(100);
  });

  it('tells what is left in the form of draft-ietf-httpapi-ratelimit-headers-10', async () => {
    await passed(30, key('a'));
    clock.advance(2_500);
    const allowance = limiter.of(key('a'));
    expect(allowance.policy).toBe('"credential";q=100;w=10, "workspace";q=150;w=10');
    expect(allowance.standing()).toBe('"credential";r=70;t=8, "workspace";r=120;t=8');
  });
});
