import { defineError } from '@laurel/kernel';

/** Refusals of single effects; they are recorded with the event, never an HTTP answer. */
export const ruleErrors = {
  amountNotInteger: defineError(
    'rules.amount_not_integer',
    'invalid',
    'The amount of an effect is not an integer of its unit',
  ),
  boostOverflow: defineError(
    'rules.boost_overflow',
    'invalid',
    'An amount with its boosts would leave the safe integers',
  ),
  negativeAward: defineError('rules.negative_award', 'invalid', 'An award is zero or more'),
  negativeSpend: defineError('rules.negative_spend', 'invalid', 'What is spent is zero or more'),
  invalidValue: defineError('rules.invalid_value', 'invalid', 'What a rule writes is no text, number, boolean or null'),
  insufficientFunds: defineError('rules.insufficient_funds', 'invalid', 'The wallet holds less than a rule spends'),
};
