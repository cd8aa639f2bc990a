import { exactly } from '../json-schema.js';
import { type ConditionKind, defineCondition } from './condition-kind.js';
import type { Condition } from './condition.js';

export interface NotCondition {
  readonly not: Condition;
}

/** Holds when its part does not. */
export const not: ConditionKind<NotCondition> = defineCondition<NotCondition>({
  code: 'not',
  title: 'Not',
  description: 'Holds when its part does not.',
  example: { not: { property: 'event.properties.practice', op: 'eq', value: true } },
  args: exactly({ not: { $ref: '#/$defs/condition' } }),
  reads: () => ({}),
  parts: (condition) => [['/not', condition.not]],
  compile: (condition, scope) => {
    const check = scope.compile(condition.not);
    return (event, player, now) => (check(event, player, now) === undefined ? scope.reason : undefined);
  },
  describe: (condition, describePart) => `not (${describePart(condition.not)})`,
});
