import { defineError } from '@laurel/kernel';

/** Refusals of single effects; they are recorded with the event, never an HTTP answer. */
export const ruleErrors = {
  amountNotInteger: defineError('rules.amount_not_integer', 'invalid', 'The amount of an effect is not an integer'),
  negativeAward: defineError('rules.negative_award', 'invalid', 'An award is zero or more'),
};
