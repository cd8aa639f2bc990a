import type { FieldProblem } from '@laurel/kernel';
import type { PlayerReads, ProgramKeys } from '../conditions/condition-kind.js';
import { checkCurrency } from '../currency.js';
import { parseExpression } from './parse-expression.js';

/** What is wrong with an expression, at the path `/cel`: its syntax, its types, its budget, references to nothing. */
export function checkExpression(text: string, types: readonly string[], keys: ProgramKeys): FieldProblem[] {
  const expression = parseExpression(text, types);
  if (!expression.ok) return [{ path: '/cel', rule: 'expression', message: expression.error }];
  const { stats, currencies } = expression.value.references;
  const problem = (message: string): FieldProblem => ({ path: '/cel', rule: 'reference', message });
  return [
    ...[...stats]
      .filter((key) => !keys.stats.has(key))
      .map((key) => problem(`there is no stat "${key}" in this program`)),
    ...[...currencies].flatMap((key) => checkCurrency(key, keys, '/cel')),
  ];
}

/** What an expression reads of the player; undefined where it reads the event too. What is no expression reads nothing. */
export function readsOfExpression(text: string, types: readonly string[]): PlayerReads | undefined {
  const expression = parseExpression(text, types);
  if (!expression.ok) return {};
  if (expression.value.readsEvent) return undefined;
  const { stats, currencies, attributes } = expression.value.references;
  return { stats: [...stats], balances: [...currencies], attributes: [...attributes] };
}

/** Most steps that evaluating takes; what is no expression takes none. */
export function stepsOfExpression(text: string, types: readonly string[]): number {
  const expression = parseExpression(text, types);
  return expression.ok ? expression.value.cost.steps : 0;
}
