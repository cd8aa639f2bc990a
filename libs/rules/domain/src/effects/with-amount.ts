import { err, type Result } from '@laurel/kernel';
import { type Amount, compileAmount, describeAmount, describeScale } from '../amount.js';
import { ruleErrors } from '../errors.js';
import type { EffectScope } from './effect-kind.js';
import type { Effect, Produce, Refusal } from './effect.js';

/**
 * Reads the amount of an effect, refusing the effect where there is none.
 *
 * @param scale decimals of what it is an amount of; `produce` gets it in units of the last one
 */
export function withAmount(
  scope: EffectScope,
  amount: Amount,
  produce: (units: number) => Result<Effect, Refusal>,
  scale = 0,
): Produce {
  const read = compileAmount(amount, scope, scale);
  const refusal: Refusal = {
    kind: 'refused',
    rule: scope.rule,
    code: ruleErrors.amountNotInteger.code,
    detail: `${describeAmount(amount)} is not ${describeScale(scale)} in this event`,
  };
  return (event, player, now) => {
    const units = read(event, player, now);
    return units === undefined ? err(refusal) : produce(units);
  };
}
