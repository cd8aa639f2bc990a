import type { FieldProblem } from '@laurel/kernel';
import type { ProgramKeys } from './conditions/condition-kind.js';
import { scaleSchema } from './decimal.js';
import { type JsonSchema, exactly } from './json-schema.js';

/** Something that players have amounts of. */
export interface CurrencyDefinition {
  readonly key: string;
  /** Decimals of its amounts, which are kept as integers; 0 when absent. */
  readonly scale?: number;
}

/** JSON Schema of a currency; refers to `ruleDefinitions`. */
export const currencySchema: JsonSchema = exactly({ key: { $ref: '#/$defs/slug' }, scale: scaleSchema }, ['scale']);

/** Whether there is such a currency: where a program declares none, any is one that a rule awards. */
export function checkCurrency(key: string, { currencies, scales }: ProgramKeys, path: string): FieldProblem[] {
  if (currencies.has(key)) return [];
  const message = scales?.currencies
    ? `there is no currency "${key}" in this program`
    : `no rule of this program awards the currency "${key}"`;
  return [{ path, rule: 'reference', message }];
}
