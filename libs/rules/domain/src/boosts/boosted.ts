import { type Result, err, ok } from '@laurel/kernel';
import type { Effect, Refusal } from '../effects/effect.js';
import { ruleErrors } from '../errors.js';

/** What boosts made of an amount. */
export interface Boosted {
  /** The amount without them. */
  readonly base?: number;
  /** Keys of those that applied, sorted. */
  readonly boosts?: readonly string[];
}

/** A boost where it applies. */
export interface Factor {
  readonly key: string;
  /** Basis points. */
  readonly multiplier: bigint;
}

const ONCE = 10_000n;

/** An amount times all the multipliers: the product is exact, and rounded once, toward zero. */
export function multiply(amount: number, factors: readonly Factor[]): bigint {
  let [product, divisor] = [BigInt(amount), 1n];
  for (const { multiplier } of factors) {
    product *= multiplier;
    divisor *= ONCE;
  }
  return product / divisor;
}

/** An effect with its amount multiplied, or refused where that leaves the safe integers. Effects without amount stay. */
export function boost(effect: Effect, factors: readonly Factor[]): Result<Effect, Refusal> {
  if (effect.kind !== 'award' && effect.kind !== 'record') return ok(effect);
  const amount = Number(multiply(effect.amount, factors));
  if (Number.isSafeInteger(amount)) {
    return ok({ ...effect, amount, base: effect.amount, boosts: factors.map(({ key }) => key) });
  }
  const what = 'currency' in effect ? effect.currency : effect.stat;
  const detail = `${effect.amount} ${what} with ${factors.map(({ key }) => key).join(', ')} is beyond 2^53 − 1`;
  return err({ kind: 'refused', rule: effect.rule, code: ruleErrors.boostOverflow.code, detail });
}

/** What is decided of an effect, with what boosts made of it; the same object where none did. */
export const withBoostsOf = <D extends object>(decided: D, { base, boosts }: Boosted): D & Boosted =>
  base === undefined || boosts === undefined ? decided : { ...decided, base, boosts };
