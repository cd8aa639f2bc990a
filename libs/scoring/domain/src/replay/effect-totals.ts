import type { Verdict } from '@laurel/rules-domain';
import type { CorrectionEffect, DecidedEffect } from '../effects.js';

/** What decisions led to, summed up. */
export interface EffectTotals {
  /** Times that each rule matched, by rule key. */
  readonly hits: ReadonlyMap<string, number>;
  /** Times that each rule did not match, by rule key, then by why not. */
  readonly misses: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Paid in each currency, less what was spent and what voids took back; by its key. */
  readonly awarded: ReadonlyMap<string, number>;
  /** Recorded into each stat, by its key. */
  readonly recorded: ReadonlyMap<string, number>;
  /** Effects that were refused, by error code. */
  readonly refused: ReadonlyMap<string, number>;
}

/** Adds up decisions, whoever's they are. Sums beyond 2^53 − 1 lose their last digits. */
export class EffectSums implements EffectTotals {
  readonly hits = new Map<string, number>();
  readonly misses = new Map<string, Map<string, number>>();
  readonly awarded = new Map<string, number>();
  readonly recorded = new Map<string, number>();
  readonly refused = new Map<string, number>();

  add(verdicts: readonly Verdict[], effects: readonly (DecidedEffect | CorrectionEffect)[]): void {
    for (const { rule, matched, reason } of verdicts) {
      increase(this.hits, rule, matched ? 1 : 0);
      if (!matched) this.addMiss(rule, reason ?? '');
    }
    for (const effect of effects) this.addEffect(effect);
  }

  private addMiss(rule: string, reason: string): void {
    const reasons = this.misses.get(rule) ?? new Map<string, number>();
    this.misses.set(rule, reasons);
    increase(reasons, reason, 1);
  }

  private addEffect(effect: DecidedEffect | CorrectionEffect): void {
    switch (effect.kind) {
      case 'award':
        return increase(this.awarded, effect.currency, effect.amount);
      case 'spend':
        return increase(this.awarded, effect.currency, -effect.amount);
      case 'record':
        return increase(this.recorded, effect.stat, effect.amount);
      case 'refused':
        return increase(this.refused, effect.code, 1);
      case 'reversal':
        return increase(this.awarded, effect.currency, effect.amount);
      case 'set':
      case 'title':
      case 'item':
      case 'emit':
      case 'standing':
      case 'restatement':
      case 'removal':
      case 'handed_over':
        return;
    }
  }
}

const increase = (sums: Map<string, number>, key: string, by: number): void =>
  void sums.set(key, (sums.get(key) ?? 0) + by);
