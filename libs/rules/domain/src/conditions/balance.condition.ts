import { checkCurrency } from '../currency.js';
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
  example: { balance: 'coins', op: 'gte', other: 'event.properties.price' },
  args: numberComparisonSchema('balance'),
  compile: (condition, { reason, currencies }) =>
    compileNumberComparison(
      condition,
      ({ balances }) => balances.get(condition.balance) ?? 0,
      reason,
      currencies?.get(condition.balance)?.scale ?? 0,
    ),
  describe: (condition) => describeComparison(`balance ${condition.balance}`, condition),
  reads: ({ balance: key, other }) => (other === undefined ? { balances: [key] } : undefined),
  check: ({ balance: key }, keys) => checkCurrency(key, keys, '/balance'),
});
