import { err, ok } from '@laurel/kernel';
import { type Amount, checkAmount, stepsOfAmount } from '../amount.js';
import { checkCurrency } from '../currency.js';
import { ruleErrors } from '../errors.js';
import { exactly } from '../json-schema.js';
import { type EffectKind, defineEffect } from './effect-kind.js';
import { withAmount } from './with-amount.js';

export interface AwardDefinition {
  readonly effect: 'award';
  readonly currency: string;
  readonly amount: Amount;
}

/** Pays a currency into the player's wallet. Zero or more: taking away is another effect. */
export const award: EffectKind<AwardDefinition> = defineEffect<AwardDefinition>({
  code: 'award',
  title: 'Award',
  description: 'Pays an amount of a currency, zero or more, into the player’s wallet.',
  example: { effect: 'award', currency: 'coins', amount: { property: 'event.properties.coins' } },
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
              code: ruleErrors.negativeAward.code,
              detail: `award of ${value} ${currency}: an award is zero or more`,
            })
          : ok({ kind: 'award', rule: scope.rule, currency, amount: value }),
      scope.currencies?.get(currency)?.scale,
    ),
  steps: ({ amount }) => stepsOfAmount(amount),
  check: ({ currency, amount }, keys) => [
    ...checkAmount(amount, keys, keys.scales?.currencies?.get(currency) ?? 0),
    ...checkCurrency(currency, keys, '/currency'),
  ],
});
