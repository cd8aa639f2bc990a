import {
  type NumberComparison,
  compileNumberComparison,
  describeComparison,
  numberComparisonSchema,
} from './comparison.js';
import { type ConditionKind, defineCondition } from './condition-kind.js';

export interface BalanceCondition extends NumberComparison {
  readonly balance: string;
}

/** Compares what the player had of a currency before the event; who never had any has 0. */
export const balance: ConditionKind<BalanceCondition> = defineCondition<BalanceCondition>({
  code: 'balance',
  title: 'Balance of the player',
  description:
    'Compares the balance of a currency, as it was before the event, with a number or a property of the event.',
  args: numberComparisonSchema('balance'),
  compile: (condition, { reason }) =>
    compileNumberComparison(condition, ({ balances }) => balances.get(condition.balance) ?? 0, reason),
  describe: (condition) => describeComparison(`balance ${condition.balance}`, condition),
  check: ({ balance: key }, { currencies }) =>
    currencies.has(key)
      ? []
      : [{ path: '/balance', rule: 'reference', message: `no rule of this program awards the currency "${key}"` }],
});
