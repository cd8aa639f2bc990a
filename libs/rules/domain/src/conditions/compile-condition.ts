import { all } from './all.condition.js';
import { any } from './any.condition.js';
import type { Check, Condition } from './condition.js';
import { not } from './not.condition.js';
import { describeProperty, property } from './property.condition.js';

/** Compiles a condition tree to one closure. The tree has been validated: `conditionSchema`. */
export function compileCondition(condition: Condition): Check {
  if ('all' in condition) return all(condition.all.map(compileCondition));
  if ('any' in condition) return any(condition.any.map(compileCondition));
  if ('not' in condition) return not(compileCondition(condition.not), describe(condition.not));
  return property(condition);
}

function describe(condition: Condition): string {
  if ('all' in condition) return condition.all.map(describePart).join(' and ');
  if ('any' in condition) return condition.any.map(describePart).join(' or ');
  if ('not' in condition) return `not (${describe(condition.not)})`;
  return describeProperty(condition);
}

const describePart = (part: Condition): string =>
  'all' in part || 'any' in part ? `(${describe(part)})` : describe(part);
