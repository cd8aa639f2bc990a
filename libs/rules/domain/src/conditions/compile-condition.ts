import type { AnyConditionKind } from './condition-kind.js';
import type { Check, Condition } from './condition.js';
import { CONDITIONS } from './condition-registry.js';
import { property } from './property.condition.js';
import { reasonOf } from './reason.js';

/** Compiles a condition tree to one closure. The tree has been validated: `conditionSchema`. */
export function compileCondition(condition: Condition): Check {
  const reason = reasonOf(describe(condition));
  return kindOf(condition).compile(condition as never, { reason, compile: compileCondition });
}

const describe = (condition: Condition): string => kindOf(condition).describe(condition as never, describe);

const kindOf = (condition: Condition): AnyConditionKind => CONDITIONS.find(({ code }) => code in condition) ?? property;
