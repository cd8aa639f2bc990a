import type { FieldProblem } from '@laurel/kernel';
import { checkActiveTime } from './active-time.js';
import { checkCondition } from './conditions/compile-condition.js';
import type { ProgramKeys } from './conditions/condition-kind.js';
import { checkEffect } from './effects/compile-effect.js';
import type { RuleDefinition } from './rule-definition.js';
import { checkLimits } from './rule-memory.js';

/** What the schema of a rule can't say, references to nothing above all; with JSON pointers that begin with `path`. */
export const checkRule = (rule: RuleDefinition, keys: ProgramKeys, path: string): FieldProblem[] => [
  ...(rule.when ? checkCondition(rule.when, keys, `${path}/when`) : []),
  ...rule.then.flatMap((effect, index) => checkEffect(effect, keys, `${path}/then/${index}`)),
  ...(rule.active ? checkActiveTime(rule.active, `${path}/active`) : []),
  ...(rule.limits ? checkLimits(rule.limits, `${path}/limits`) : []),
];
