import { exactly } from '../json-schema.js';
import { type ConditionKind, defineCondition } from './condition-kind.js';

/**
 * `event`: no event of this type before. `match`: the rule has not matched before. Both for the player, and since the rule
 * began to ask: what was before is not known.
 */
export interface FirstTimeCondition {
  readonly first_time: 'event' | 'match';
}

/** Holds the first time that the player has an event of this type, or matches this rule. */
export const firstTime: ConditionKind<FirstTimeCondition> = defineCondition<FirstTimeCondition>({
  code: 'first_time',
  title: 'First time',
  description:
    'Holds for the player’s first event of this type, or until the rule has matched; since the rule began to ask.',
  example: { first_time: 'event' },
  args: exactly({ first_time: { enum: ['event', 'match'] } }),
  compile: ({ first_time: what }, { rule, reason }) =>
    what === 'event'
      ? ({ type }, { rules }) => (rules?.get(rule)?.seen?.includes(type) ? reason : undefined)
      : (_event, { rules }) => ((rules?.get(rule)?.times ?? 0) > 0 ? reason : undefined),
  describe: ({ first_time: what }) => (what === 'event' ? 'first event of its type' : 'first match of this rule'),
});
