import { exactly } from '../json-schema.js';
import { type ConditionKind, defineCondition } from './condition-kind.js';
import type { Check, Condition } from './condition.js';
import { describeGroup, groupParts, partsSchema } from './group.js';

export interface AllCondition {
  readonly all: readonly Condition[];
}

/** Holds when every part holds; the reason is the first part's that does not. */
export const all: ConditionKind<AllCondition> = defineCondition<AllCondition>({
  code: 'all',
  title: 'All of these',
  description: 'Holds when every part holds.',
  example: { all: [{ property: 'event.properties.score', op: 'gte', value: 80 }, { segment: 'vips' }] },
  args: exactly({ all: partsSchema }),
  compile: (condition, scope) => allOf(condition.all.map((part) => scope.compile(part))),
  reads: () => ({}),
  parts: (condition) => groupParts('all', condition.all),
  describe: (condition, describePart) => describeGroup(condition.all, ' and ', describePart),
});

const allOf =
  (checks: readonly Check[]): Check =>
  (event, player, now) => {
    for (const check of checks) {
      const reason = check(event, player, now);
      if (reason !== undefined) return reason;
    }
    return undefined;
  };
