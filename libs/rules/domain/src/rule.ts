import { type Condition, type Check } from './conditions/condition.js';
import { compileCondition } from './conditions/compile-condition.js';
import type { DecisionEvent } from './decision-event.js';
import { compileEffect } from './effects/compile-effect.js';
import type { Effect, EffectDefinition, Produce, Refusal } from './effects/effect.js';

/** When an event of one of the types in `on` satisfies `when`, the effects in `then` follow. */
export interface RuleDefinition {
  readonly key: string;
  readonly on: readonly string[];
  readonly when?: Condition;
  readonly then: readonly EffectDefinition[];
}

/** Whether a rule matched and, when it did not, why. */
export interface Verdict {
  readonly rule: string;
  readonly matched: boolean;
  readonly reason?: string;
}

/** What the rules say of one event. `effects` come in the order of rules, then of each rule's effects. */
export interface Judgement {
  readonly verdicts: readonly Verdict[];
  readonly effects: readonly (Effect | Refusal)[];
}

interface CompiledRule {
  readonly check: Check | undefined;
  readonly matched: Verdict;
  /** By reason: there are as many as the condition has parts, and every event gets the same ones. */
  readonly unmatched: Map<string, Verdict>;
  readonly key: string;
  readonly produce: readonly Produce[];
}

/** Rules compiled to closures and indexed by event type, in the order in which the program lists them. */
export type CompiledRules = ReadonlyMap<string, readonly CompiledRule[]>;

export function compileRules(rules: readonly RuleDefinition[]): CompiledRules {
  const byType = new Map<string, CompiledRule[]>();
  for (const rule of rules) {
    const compiled: CompiledRule = {
      key: rule.key,
      check: rule.when && compileCondition(rule.when),
      matched: { rule: rule.key, matched: true },
      unmatched: new Map(),
      produce: rule.then.map((effect) => compileEffect(effect, { rule: rule.key })),
    };
    for (const type of new Set(rule.on)) {
      byType.set(type, [...(byType.get(type) ?? []), compiled]);
    }
  }
  return byType;
}

const NOTHING: Judgement = { verdicts: [], effects: [] };

/** Runs the rules of the event's type. Pure: the same rules and event always give the same judgement. */
export function judge(rules: CompiledRules, event: DecisionEvent): Judgement {
  const applicable = rules.get(event.type);
  if (!applicable) return NOTHING;
  const verdicts: Verdict[] = [];
  const effects: (Effect | Refusal)[] = [];
  for (const rule of applicable) {
    const reason = rule.check?.(event);
    if (reason !== undefined) {
      verdicts.push(unmatchedVerdict(rule, reason));
      continue;
    }
    verdicts.push(rule.matched);
    for (const produce of rule.produce) {
      const produced = produce(event);
      effects.push(produced.ok ? produced.value : produced.error);
    }
  }
  return { verdicts, effects };
}

function unmatchedVerdict({ key, unmatched }: CompiledRule, reason: string): Verdict {
  const known = unmatched.get(reason);
  if (known) return known;
  const verdict: Verdict = { rule: key, matched: false, reason };
  unmatched.set(reason, verdict);
  return verdict;
}
