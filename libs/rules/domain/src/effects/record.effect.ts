import type { FieldProblem } from '@laurel/kernel';
import { err, ok } from '@laurel/kernel';
import { type Amount, checkAmount, stepsOfAmount } from '../amount.js';
import type { ProgramKeys } from '../conditions/condition-kind.js';
import { LONGEST_DISTINCT_VALUE } from '../distinct.js';
import { ruleErrors } from '../errors.js';
import { exactly } from '../json-schema.js';
import { NOT_PLAIN, type Value, checkValue, compileValue, describeValue, stepsOfValue } from '../value.js';
import { type EffectKind, type EffectScope, defineEffect } from './effect-kind.js';
import type { Produce, Refusal } from './effect.js';
import { withAmount } from './with-amount.js';

/** An amount, or under `distinct` the value that is to be told apart from others. */
export type RecordDefinition = { readonly effect: 'record'; readonly stat: string } & (
  { readonly amount: Amount; readonly value?: never } | { readonly value: Value; readonly amount?: never }
);

const stat = { $ref: '#/$defs/slug' };

/** Adds one recording to a stat. */
export const record: EffectKind<RecordDefinition> = defineEffect<RecordDefinition>({
  code: 'record',
  title: 'Record',
  description: 'Records an amount to a stat, which aggregates it, or a value to a stat that counts the different ones.',
  example: { effect: 'record', stat: 'points', amount: 3 },
  args: {
    type: 'object',
    if: { required: ['value'] },
    then: exactly({ effect: {}, stat, value: { $ref: '#/$defs/value' } }),
    else: exactly({ effect: {}, stat, amount: { $ref: '#/$defs/amount' } }),
  },
  compile: (definition, scope) => {
    const { stat: key, amount, value } = definition;
    if (value !== undefined) return compileDistinct(key, value, scope);
    return withAmount(
      scope,
      amount,
      (units) => ok({ kind: 'record', rule: scope.rule, stat: key, amount: units }),
      scope.stats.get(key)?.scale,
    );
  },
  steps: ({ amount, value }) => (value === undefined ? stepsOfAmount(amount) : stepsOfValue(value)),
  check: (definition, keys) => [
    ...checkRecorded(definition, keys),
    ...(keys.stats.has(definition.stat)
      ? []
      : [{ path: '/stat', rule: 'reference', message: `there is no stat "${definition.stat}" in this program` }]),
  ],
});

/** Texts, numbers and booleans count by their text: 5 and `5` are alike, as they are in attributes that are searched by. */
function compileDistinct(key: string, value: Value, scope: EffectScope): Produce {
  const { rule } = scope;
  const read = compileValue(value, scope);
  const detail = `${describeValue(value)} is no value of up to ${LONGEST_DISTINCT_VALUE} characters in this event`;
  const refusal: Refusal = { kind: 'refused', rule, code: ruleErrors.invalidValue.code, detail };
  return (event, player, now) => {
    const found = read(event, player, now);
    if (found === undefined || found === null || found === NOT_PLAIN) return err(refusal);
    const of = String(found);
    return of.length > LONGEST_DISTINCT_VALUE ? err(refusal) : ok({ kind: 'record', rule, stat: key, amount: 1, of });
  };
}

function checkRecorded({ stat: key, amount, value }: RecordDefinition, keys: ProgramKeys): FieldProblem[] {
  const isDistinct = keys.distinct?.has(key) ?? false;
  if (value === undefined) {
    if (!isDistinct) return checkAmount(amount, keys, keys.scales?.stats.get(key) ?? 0);
    const message = `"${key}" counts different values: record a value to it`;
    return [{ path: '/amount', rule: 'aggregation', message }];
  }
  if (keys.stats.has(key) && !isDistinct) {
    return [{ path: '/value', rule: 'aggregation', message: `"${key}" aggregates amounts: record an amount to it` }];
  }
  return checkValue(value, keys).map((problem) => ({ ...problem, path: `/value${problem.path}` }));
}
