import { err, ok } from '@laurel/kernel';
import type { Amount } from '../amount.js';
import { ruleErrors } from '../errors.js';
import type { Produce } from './effect.js';
import { withAmount } from './with-amount.js';

/** `award`: pays a currency into the player's wallet. Zero or more: taking away is another effect. */
export const award = (rule: string, { currency, amount }: { currency: string; amount: Amount }): Produce =>
  withAmount(rule, amount, (value) =>
    value < 0
      ? err({
          kind: 'refused',
          rule,
          code: ruleErrors.negativeAward.code,
          detail: `award of ${value} ${currency}: an award is zero or more`,
        })
      : ok({ kind: 'award', rule, currency, amount: value }),
  );

export const awardSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['effect', 'currency', 'amount'],
  properties: { effect: {}, currency: { $ref: '#/$defs/slug' }, amount: { $ref: '#/$defs/amount' } },
};
