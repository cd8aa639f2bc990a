import { ok } from '@laurel/kernel';
import { type Amount, checkAmount, stepsOfAmount } from '../amount.js';
import { exactly } from '../json-schema.js';
import { type EffectKind, defineEffect } from './effect-kind.js';
import { withAmount } from './with-amount.js';

export interface RecordDefinition {
  readonly effect: 'record';
  readonly stat: string;
  readonly amount: Amount;
}

/** Adds one recording to a stat. */
export const record: EffectKind<RecordDefinition> = defineEffect<RecordDefinition>({
  code: 'record',
  title: 'Record',
  description: 'Records an amount to a stat, which aggregates it.',
  example: { effect: 'record', stat: 'points', amount: 3 },
  args: exactly({ effect: {}, stat: { $ref: '#/$defs/slug' }, amount: { $ref: '#/$defs/amount' } }),
  compile: ({ stat, amount }, scope) =>
    withAmount(
      scope,
      amount,
      (value) => ok({ kind: 'record', rule: scope.rule, stat, amount: value }),
      scope.stats.get(stat)?.scale,
    ),
  steps: ({ amount }) => stepsOfAmount(amount),
  check: ({ stat, amount }, keys) => [
    ...checkAmount(amount, keys, keys.scales?.stats.get(stat) ?? 0),
    ...(keys.stats.has(stat)
      ? []
      : [{ path: '/stat', rule: 'reference', message: `there is no stat "${stat}" in this program` }]),
  ],
});
