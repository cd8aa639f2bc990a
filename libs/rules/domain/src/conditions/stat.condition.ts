import type { RulePlayer } from '../rule-player.js';
import { type StatAggregation, type StatDefinition, statId } from '../stat.js';
import {
  type NumberComparison,
  compileNumberComparison,
  describeComparison,
  numberComparisonSchema,
} from './comparison.js';
import { type ConditionKind, defineCondition } from './condition-kind.js';

export interface StatCondition extends NumberComparison {
  readonly stat: string;
}

/**
 * Compares a stat of the player as the events before left it. A sum or a number of recordings or values is 0 where
 * nothing was recorded; a max, min
 * or last has no value then, and only `ne` holds.
 */
export const stat: ConditionKind<StatCondition> = defineCondition<StatCondition>({
  code: 'stat',
  title: 'Stat of the player',
  description: 'Compares a stat, as it was before the event, with a number or with a property of the event.',
  example: { stat: 'wins', op: 'gte', value: 10 },
  args: numberComparisonSchema('stat'),
  compile: (condition, { stats, reason }) =>
    compileNumberComparison(
      condition,
      compileStat(stats.get(condition.stat)),
      reason,
      stats.get(condition.stat)?.scale ?? 0,
    ),
  describe: (condition) => describeComparison(`stat ${condition.stat}`, condition),
  reads: ({ stat: key, other }) => (other === undefined ? { stats: [key] } : undefined),
  check: ({ stat: key }, { stats }) =>
    stats.has(key) ? [] : [{ path: '/stat', rule: 'reference', message: `there is no stat "${key}" in this program` }],
});

const STARTS_AT_ZERO: ReadonlySet<StatAggregation> = new Set(['sum', 'count', 'distinct']);

/** Compiles to a reader of a stat's value. */
export function compileStat(definition: StatDefinition | undefined): (player: RulePlayer) => number | undefined {
  if (!definition) return () => undefined;
  const id = statId(definition);
  const otherwise = STARTS_AT_ZERO.has(definition.aggregation) ? 0 : undefined;
  return ({ stats }) => stats.get(id)?.value ?? otherwise;
}
