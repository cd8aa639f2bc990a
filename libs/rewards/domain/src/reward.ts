import { type Amount, type JsonSchema, decimalAmountSchema, exactly } from '@laurel/rules-domain';

/** How much of something is given: written as people write it, 99.99. */
export type RewardAmount = Extract<Amount, number | string>;

/** One thing that a reward gives. */
export type RewardPart =
  | { readonly currency: string; readonly amount: RewardAmount }
  | { readonly stat: string; readonly amount: RewardAmount }
  /** A mark that a player has or has not. */
  | { readonly title: string }
  /** A virtual thing of which a player may have several. */
  | { readonly item: string; readonly quantity: number };

/** What winners are given: one thing or several, all of them or none. */
export interface RewardDefinition {
  readonly key: string;
  /** For people. */
  readonly name?: string;
  readonly what: readonly RewardPart[];
}

const slug = { $ref: '#/$defs/slug' };

/** Most of one item that a reward gives at once. */
const MAX_QUANTITY = 1_000_000;

const part = {
  type: 'object',
  if: { required: ['currency'] },
  then: exactly({ currency: slug, amount: decimalAmountSchema }),
  else: {
    if: { required: ['stat'] },
    then: exactly({ stat: slug, amount: decimalAmountSchema }),
    else: {
      if: { required: ['item'] },
      then: exactly({ item: slug, quantity: { type: 'integer', minimum: 1, maximum: MAX_QUANTITY } }),
      else: exactly({ title: slug }),
    },
  },
};

/** JSON Schema of a reward; refers to `ruleDefinitions`. */
export const rewardSchema: JsonSchema = exactly(
  {
    key: slug,
    name: { type: 'string', minLength: 1, maxLength: 128 },
    what: { type: 'array', minItems: 1, maxItems: 20, items: part },
  },
  ['name'],
);
