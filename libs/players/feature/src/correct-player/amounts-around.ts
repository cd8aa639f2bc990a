import type { RecordedEffect } from '@laurel/contracts';

/** Amounts by key. */
interface Amounts {
  readonly stats: Record<string, number>;
  readonly balances: Record<string, number>;
}

/** What a correction moved, as it was right before and is right after: by its effects, whatever else happens to the player. */
export function amountsAround(effects: readonly RecordedEffect[]): Record<'before' | 'after', Amounts> {
  const before: Amounts = { stats: {}, balances: {} };
  const after: Amounts = { stats: {}, balances: {} };
  for (const effect of effects) {
    if (effect.kind === 'record') {
      after.stats[effect.stat] = effect.value;
      before.stats[effect.stat] = effect.value - effect.amount;
    } else if (effect.kind === 'award' || effect.kind === 'spend') {
      after.balances[effect.currency] = effect.balance;
      before.balances[effect.currency] = effect.balance + (effect.kind === 'spend' ? effect.amount : -effect.amount);
    }
  }
  return { before, after };
}
