import { err, ok } from '@laurel/kernel';
import { type Amount, checkAmount, stepsOfAmount } from '../amount.js';
import { checkCurrency } from '../currency.js';
import { ruleErrors } from '../errors.js';
import { exactly } from '../json-schema.js';
import { type EffectKind, defineEffect } from './effect-kind.js';
import { withAmount } from './with-amount.js';

export interface SpendDefinition {
  readonly effect: 'spend';
  readonly currency: string;
  readonly amount: Amount;
}

/** Takes a currency out of the player’s wallet. Where it holds too little, the rule has no effect at all: see `Funds`. */
export const spend: EffectKind<SpendDefinition> = defineEffect<SpendDefinition>({
  code: 'spend',
  title: 'Spend',
  description:
    'Takes an amount of a currency, zero or more, out of the player’s wallet. A rule that spends has all of its effects or none.',
  example: { effect: 'spend', currency: 'coins', amount: { property: 'event.properties.price' } },
  args: exactly({ effect: {}, currency: { $ref: '#/$defs/slug' }, amount: { $ref: '#/$defs/amount' } }),
  compile: ({ currency, amount }, scope) =>
    withAmount(
      scope,
      amount,
      (value) =>
        value < 0
          ? err({
              kind: 'refused',
              rule: scope.rule,
              code: ruleErrors.negativeSpend.code,
              detail: `spending ${value} ${currency}: what is spent is zero or more`,
            })
          : ok({ kind: 'spend', rule: scope.rule, currency, amount: value }),
      scope.currencies?.get(currency)?.scale,
    ),
  steps: ({ amount }) => stepsOfAmount(amount),
  check: ({ currency, amount }, keys) => [
    ...checkAmount(amount, keys, keys.scales?.currencies?.get(currency) ?? 0),
    ...checkCurrency(currency, keys, '/currency'),
  ],
});
