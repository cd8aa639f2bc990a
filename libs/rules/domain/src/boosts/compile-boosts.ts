import { compileActiveTime } from '../active-time.js';
import { compileCondition, stepsOf } from '../conditions/compile-condition.js';
import type { Check } from '../conditions/condition.js';
import type { RuleScope } from '../conditions/condition-kind.js';
import type { EffectDefinition, Produce } from '../effects/effect.js';
import { type Factor, boost } from './boosted.js';
import type { StatDefinition } from '../stat.js';
import type { BoostDefinition, BoostScope } from './boost-definition.js';

interface CompiledBoost extends Factor {
  readonly scope: BoostScope;
  readonly isActive: (occurredAt: number) => boolean;
  readonly check: Check | undefined;
}

/** Puts the boosts that may bear on an effect of a rule around it; the same closure where none may. */
export type ApplyBoosts = (produce: Produce, definition: EffectDefinition, rule: string) => Produce;

/** @param known what their conditions refer to */
export function compileBoosts(boosts: readonly BoostDefinition[], known: Omit<RuleScope, 'rule'>): ApplyBoosts {
  const compiled = boosts.map((definition) => compileBoost(definition, known)).sort(byKey);
  return (produce, definition, rule) => {
    const bearing = compiled.filter(({ scope }) => mayBoost(scope, definition, rule, known.stats));
    return bearing.length === 0 ? produce : boosted(produce, bearing);
  };
}

const compileBoost = (definition: BoostDefinition, known: Omit<RuleScope, 'rule'>): CompiledBoost => {
  const { key, multiplier, scope = {} } = definition;
  return {
    key,
    multiplier: BigInt(multiplier),
    scope,
    isActive: compileActiveTime(definition),
    check: scope.when && compileCondition(scope.when, { ...known, rule: key }),
  };
};

/** By characters, in no language: records of the same decision are the same everywhere. */
const byKey = (left: Factor, right: Factor): number => (left.key < right.key ? -1 : 1);

/** Compiles to the most steps that the boosts take that bear on an effect of a rule. */
export function compileBoostSteps(
  boosts: readonly BoostDefinition[],
  stats: RuleScope['stats'],
  segments: ReadonlyMap<string, number>,
): (definition: EffectDefinition, rule: string) => number {
  const counted = boosts.map(({ hours = [], scope = {} }) => ({
    scope,
    steps: 1 + hours.length + (scope.when ? stepsOf(scope.when, segments) : 0),
  }));
  return (definition, rule) =>
    counted.filter(({ scope }) => mayBoost(scope, definition, rule, stats)).reduce((sum, { steps }) => sum + steps, 0);
}

/** Whether a boost bears on an effect at all. A count takes no notice of amounts, and what is spent is a price. */
function mayBoost(
  { rules, currencies, stats }: BoostScope,
  definition: EffectDefinition,
  rule: string,
  known: RuleScope['stats'],
): boolean {
  if (rules && !rules.includes(rule)) return false;
  const isUnlimited = !currencies && !stats;
  if (definition.effect === 'award') return isUnlimited || (currencies?.includes(definition.currency) ?? false);
  if (definition.effect !== 'record' || !takesAmounts(known.get(definition.stat))) return false;
  return isUnlimited || (stats?.includes(definition.stat) ?? false);
}

/** Whether the amount of a recording makes a difference. */
const takesAmounts = (stat: StatDefinition | undefined): boolean =>
  stat?.aggregation !== 'count' && stat?.aggregation !== 'distinct';

const boosted =
  (produce: Produce, boosts: readonly CompiledBoost[]): Produce =>
  (event, player, now) => {
    const produced = produce(event, player, now);
    if (!produced.ok) return produced;
    const applying = boosts.filter(
      ({ isActive, check }) => isActive(event.occurredAt) && check?.(event, player, now) === undefined,
    );
    return applying.length === 0 ? produced : boost(produced.value, applying);
  };
