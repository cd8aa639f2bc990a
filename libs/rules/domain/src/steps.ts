import { compileBoostSteps } from './boosts/compile-boosts.js';
import { stepsOf } from './conditions/compile-condition.js';
import { byKey } from './conditions/condition-kind.js';
import { stepsOfEffect } from './effects/compile-effect.js';
import type { RuleDefinition } from './rule-definition.js';
import type { RuleSurroundings } from './rule.js';
import type { StatDefinition } from './stat.js';

/**
 * Most steps that deciding one event may take, with all of the events that rules emit. A step is about as long as comparing two
 * numbers, so that no program can hold up the events of others behind its own.
 */
export const MAX_STEPS_PER_EVENT = 500_000;

/**
 * Compiles to a count of the steps that a rule takes at most: as if it matched, and every element of every list were looked at.
 *
 * @param stats of the program, by which boosts bear on what is recorded
 */
export function compileSteps(
  stats: readonly StatDefinition[],
  { boosts = [], segments = [] }: RuleSurroundings,
): (rule: RuleDefinition) => number {
  const none: ReadonlyMap<string, number> = new Map();
  const bySegment = new Map(segments.map(({ key, when }) => [key, stepsOf(when, none)]));
  const stepsOfBoosts = compileBoostSteps(boosts, byKey(stats), bySegment);
  return ({ key, when, active, then }) => {
    const own = 1 + (active?.hours?.length ?? 0) + (when ? stepsOf(when, bySegment) : 0);
    return then.reduce((sum, effect) => sum + stepsOfEffect(effect) + stepsOfBoosts(effect, key), own);
  };
}
