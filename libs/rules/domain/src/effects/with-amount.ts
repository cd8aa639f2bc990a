import { err, type Result } from '@laurel/kernel';
import { type Amount, compileAmount, describeAmount } from '../amount.js';
import { ruleErrors } from '../errors.js';
import type { EffectScope } from './effect-kind.js';
import type { Effect, Produce, Refusal } from './effect.js';

/** Reads the amount of an effect, refusing the effect where there is none. */
export function withAmount(
  { rule, stats }: EffectScope,
  amount: Amount,
  produce: (value: number) => Result<Effect, Refusal>,
): Produce {
  const read = compileAmount(amount, stats);
  const refusal: Refusal = {
    kind: 'refused',
    rule,
    code: ruleErrors.amountNotInteger.code,
    detail: `${describeAmount(amount)} is not an integer in this event`,
  };
  return (event, player, now) => {
    const value = read(event, player, now);
    return value === undefined ? err(refusal) : produce(value);
  };
}
