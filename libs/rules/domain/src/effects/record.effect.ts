import { ok } from '@laurel/kernel';
import type { Amount } from '../amount.js';
import type { Produce } from './effect.js';
import { withAmount } from './with-amount.js';

/** `record`: adds one recording to a stat. */
export const record = (rule: string, { stat, amount }: { stat: string; amount: Amount }): Produce =>
  withAmount(rule, amount, (value) => ok({ kind: 'record', rule, stat, amount: value }));

export const recordSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['effect', 'stat', 'amount'],
  properties: { effect: {}, stat: { $ref: '#/$defs/slug' }, amount: { $ref: '#/$defs/amount' } },
};
