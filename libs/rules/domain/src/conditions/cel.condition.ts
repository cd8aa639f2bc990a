import { MAX_EXPRESSION_LENGTH } from '../cel/cel-environment.js';
import { checkExpression, readsOfExpression, stepsOfExpression } from '../cel/check-expression.js';
import { compileExpression } from '../cel/compile-expression.js';
import { exactly } from '../json-schema.js';
import { type ConditionKind, defineCondition } from './condition-kind.js';

export interface CelCondition {
  readonly cel: string;
}

const TYPES = ['bool', 'dyn'];

/** Holds when an expression is true. One that can't be evaluated for an event is a miss, which says so. */
export const cel: ConditionKind<CelCondition> = defineCondition<CelCondition>({
  code: 'cel',
  title: 'Expression',
  description: 'Holds when an expression of CEL over `event`, `player` and `now` is true.',
  example: { cel: 'event.properties.score >= 80' },
  args: exactly({ cel: { type: 'string', minLength: 1, maxLength: MAX_EXPRESSION_LENGTH } }),
  compile: (condition, { stats, currencies, reason }) => {
    const evaluate = compileExpression(condition.cel, TYPES, stats, currencies);
    return (event, player, now) => {
      const evaluated = evaluate(event, player, now);
      if ('failed' in evaluated) return `${reason}: ${evaluated.failed}`;
      return evaluated.value === true ? undefined : reason;
    };
  },
  describe: (condition) => condition.cel,
  steps: (condition) => stepsOfExpression(condition.cel, TYPES),
  reads: (condition) => readsOfExpression(condition.cel, TYPES),
  check: (condition, keys) => checkExpression(condition.cel, TYPES, keys),
});
