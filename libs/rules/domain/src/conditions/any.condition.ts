import { exactly } from '../json-schema.js';
import { type ConditionKind, defineCondition } from './condition-kind.js';
import type { Check, Condition } from './condition.js';
import { describeGroup, groupParts, partsSchema } from './group.js';

export interface AnyCondition {
  readonly any: readonly Condition[];
}

/** Holds when at least one part holds; the reason is the last part's. */
export const any: ConditionKind<AnyCondition> = defineCondition<AnyCondition>({
  code: 'any',
  title: 'Any of these',
  description: 'Holds when at least one part holds.',
  example: {
    any: [
      { attribute: 'country', op: 'eq', value: 'BR' },
      { stat: 'wins', op: 'gte', value: 10 },
    ],
  },
  args: exactly({ any: partsSchema }),
  compile: (condition, scope) => anyOf(condition.any.map((part) => scope.compile(part))),
  reads: () => ({}),
  parts: (condition) => groupParts('any', condition.any),
  describe: (condition, describePart) => describeGroup(condition.any, ' or ', describePart),
});

const anyOf =
  (checks: readonly Check[]): Check =>
  (event, player, now) => {
    let reason: string | undefined;
    for (const check of checks) {
      reason = check(event, player, now);
      if (reason === undefined) return undefined;
    }
    return reason;
  };
