import { addSafe } from '@laurel/kernel';
import { ruleErrors } from '../errors.js';
import type { Effect, Refusal } from './effect.js';

/** A wallet while the rules of one event are judged: what one rule awards, the next may spend. */
export class Funds {
  private readonly changed = new Map<string, number>();

  constructor(private readonly balances: ReadonlyMap<string, number>) {}

  /** Takes in what a rule without `spend` asks for. */
  take(effects: readonly (Effect | Refusal)[]): void {
    for (const effect of effects) {
      if (effect.kind === 'award') this.move(effect.currency, effect.amount);
    }
  }

  /**
   * Takes in all that a rule asks for, in its order, or nothing.
   *
   * @returns why nothing: where something in it was refused already, or the wallet runs out on the way
   */
  takeTogether(effects: readonly (Effect | Refusal)[]): readonly Refusal[] | undefined {
    const refusals = effects.filter((effect) => effect.kind === 'refused');
    if (refusals.length > 0) return refusals;
    const before = new Map(this.changed);
    for (const effect of effects) {
      if (effect.kind === 'award') this.move(effect.currency, effect.amount);
      if (effect.kind !== 'spend') continue;
      const { rule, currency, amount } = effect;
      const balance = this.balanceOf(currency);
      if (balance >= amount) {
        this.move(currency, -amount);
        continue;
      }
      this.changed.clear();
      for (const [key, value] of before) this.changed.set(key, value);
      const detail = `spending ${amount} ${currency} of ${balance}`;
      return [{ kind: 'refused', rule, code: ruleErrors.insufficientFunds.code, detail }];
    }
    return undefined;
  }

  private balanceOf(currency: string): number {
    return this.changed.get(currency) ?? this.balances.get(currency) ?? 0;
  }

  /** An award beyond the safe integers is refused by the wallet later: it can't be spent. */
  private move(currency: string, amount: number): void {
    const balance = addSafe(this.balanceOf(currency), amount);
    if (balance !== undefined) this.changed.set(currency, balance);
  }
}
