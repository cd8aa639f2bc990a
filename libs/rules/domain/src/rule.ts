import { compileActiveTime } from './active-time.js';
import type { BoostDefinition } from './boosts/boost-definition.js';
import { type ApplyBoosts, compileBoosts } from './boosts/compile-boosts.js';
import { compileCondition } from './conditions/compile-condition.js';
import type { Check, Condition } from './conditions/condition.js';
import { type RuleScope, byKey } from './conditions/condition-kind.js';
import type { DecisionEvent } from './decision-event.js';
import { compileEffect } from './effects/compile-effect.js';
import type { Effect, Produce, Refusal } from './effects/effect.js';
import { Funds } from './effects/funds.js';
import { type Claims, type CompiledClaim, type WantedClaim, compileClaim } from './first-players.js';
import { type ReleasedRule, asksForFirstTimes, remembers, ruleId } from './rule-definition.js';
import { type CompiledMemory, type RuleMemory, compileMemory } from './rule-memory.js';
import type { RulePlayer } from './rule-player.js';
import type { CurrencyDefinition } from './currency.js';
import type { SegmentDefinition } from './segment.js';
import type { StatDefinition } from './stat.js';

/** Whether a rule matched and, when it did not, why. */
export interface Verdict {
  readonly rule: string;
  readonly matched: boolean;
  readonly reason?: string;
  /** Id of the emitted event that was judged; absent for the one that was sent. */
  readonly event?: string;
}

/** What the rules say of one event. `effects` come in the order of rules, then of each rule's effects. */
export interface Judgement {
  readonly verdicts: readonly Verdict[];
  readonly effects: readonly (Effect | Refusal)[];
  /** What the rules keep of the player behind the event, by `ruleId`; absent where nothing changed. */
  readonly memories?: ReadonlyMap<string, RuleMemory>;
  /** What it went by of what it was told of claims, by `ruleId`; absent where it asked for none. */
  readonly claims?: Readonly<Record<string, boolean>>;
  /** A claim without which nothing more can be said: the judgement is none. */
  readonly wanted?: WantedClaim;
}

interface CompiledRule {
  readonly key: string;
  readonly isActive: ((occurredAt: number) => boolean) | undefined;
  readonly check: Check | undefined;
  readonly memory: CompiledMemory | undefined;
  readonly claim: CompiledClaim | undefined;
  readonly matched: Verdict;
  /** By reason: there are as many as the condition has parts, and every event gets the same ones. */
  readonly unmatched: Map<string, Verdict>;
  readonly produce: readonly Produce[];
  /** Whether it has all of its effects or none. */
  readonly spends: boolean;
  /** Why rules behind it do not match when it does. */
  readonly stops: string | undefined;
}

/** Rules compiled to closures. */
export interface CompiledRules {
  /** By event type, in the order in which they are judged. */
  readonly byType: ReadonlyMap<string, readonly CompiledRule[]>;
  /** `ruleId` of those that keep something of each player. */
  readonly remembering: ReadonlySet<string>;
  /** Whether any of them emits events. */
  readonly emits: boolean;
  /** Whether any of them is for the first players alone. */
  readonly claims: boolean;
}

/** What of a program bears on its rules, besides its stats. */
export interface RuleSurroundings {
  /** Absent where the program declares none. */
  readonly currencies?: readonly CurrencyDefinition[];
  /** Absent where the program has none. */
  readonly boosts?: readonly BoostDefinition[];
  /** Absent where the program has none. */
  readonly segments?: readonly SegmentDefinition[];
}

/** @param stats of the program, which conditions read */
export function compileRules(
  rules: readonly ReleasedRule[],
  stats: readonly StatDefinition[] = [],
  { currencies, boosts = [], segments }: RuleSurroundings = {},
): CompiledRules {
  const readable = { stats: byKey(stats), ...(currencies ? { currencies: byKey(currencies) } : {}) };
  const check = (when: Condition) => compileCondition(when, { rule: '', ...readable });
  const known = segments
    ? { ...readable, segments: new Map(segments.map(({ key, when }) => [key, check(when)])) }
    : readable;
  const applyBoosts = compileBoosts(boosts, known);
  const byType = new Map<string, CompiledRule[]>();
  // Sorting is stable: among equals the order of the program stays.
  for (const rule of rules.toSorted((left, right) => (right.priority ?? 0) - (left.priority ?? 0))) {
    const compiled = compileRule(rule, { rule: ruleId(rule), ...known }, applyBoosts);
    for (const type of new Set(rule.on)) {
      byType.set(type, [...(byType.get(type) ?? []), compiled]);
    }
  }
  const emits = rules.some(({ then }) => then.some(({ effect }) => effect === 'emit'));
  const claims = rules.some(({ firstPlayers }) => firstPlayers !== undefined);
  return { byType, remembering: new Set(rules.filter(remembers).map(ruleId)), emits, claims };
}

const compileRule = (rule: ReleasedRule, scope: RuleScope, applyBoosts: ApplyBoosts): CompiledRule => ({
  key: rule.key,
  isActive: rule.active && compileActiveTime(rule.active),
  check: rule.when && compileCondition(rule.when, scope),
  memory: remembers(rule) ? compileMemory(rule, scope.rule, asksForFirstTimes(rule, 'event')) : undefined,
  claim: compileClaim(rule, scope.rule),
  matched: { rule: rule.key, matched: true },
  unmatched: new Map(),
  produce: rule.then.map((effect) =>
    applyBoosts(compileEffect(effect, { ...scope, rule: rule.key }), effect, rule.key),
  ),
  spends: rule.then.some(({ effect }) => effect === 'spend'),
  stops: rule.stop ? `rule ${rule.key} matched, and ends judging` : undefined,
});

const NOTHING: Judgement = { verdicts: [], effects: [] };

/**
 * Runs the rules of the event's type. Pure: the same arguments always give the same judgement. All conditions see the player
 * as the events before left it, whatever rules of the same event ask for.
 *
 * @param now decision time, ms: what limits and cooldowns go by. Conditions of time go by when the event happened.
 * @param claims what is known of the player's places among the first of rules
 */
export function judge(
  rules: CompiledRules,
  event: DecisionEvent,
  player: RulePlayer,
  now: number,
  claims?: Claims,
): Judgement {
  const applicable = rules.byType.get(event.type);
  if (!applicable) return NOTHING;
  const verdicts: Verdict[] = [];
  const effects: (Effect | Refusal)[] = [];
  let memories: Map<string, RuleMemory> | undefined;
  let stopped: string | undefined;
  let asked: Record<string, boolean> | undefined;
  const funds = applicable.some(({ spends }) => spends) ? new Funds(player.balances) : undefined;
  for (const rule of applicable) {
    let reason = stopped ?? whyNot(rule, event, player, now);
    const claimed = reason === undefined && rule.claim ? claims?.(rule.claim.rule, rule.claim.players) : undefined;
    if (rule.claim && claimed !== undefined) {
      (asked ??= {})[rule.claim.rule] = claimed;
      if (!claimed) reason = rule.claim.taken;
    }
    verdicts.push(reason === undefined ? rule.matched : unmatchedVerdict(rule, reason));
    const happens = reason === undefined && run(rule, funds, effects, event, player, now);
    // Only here is it certain that the place would be used.
    if (happens && rule.claim && claimed === undefined) return { ...NOTHING, wanted: rule.claim };
    if (happens) stopped = rule.stops;
    if (rule.memory) memories = remember(rules, rule.memory, memories, event, player, now, happens);
  }
  if (asked) return { verdicts, effects, ...(memories ? { memories } : {}), claims: asked };
  return memories ? { verdicts, effects, memories } : { verdicts, effects };
}

/** @returns false where a rule that spends has none of its effects: then it neither stops others nor counts as a match */
function run(
  rule: CompiledRule,
  funds: Funds | undefined,
  effects: (Effect | Refusal)[],
  event: DecisionEvent,
  player: RulePlayer,
  now: number,
): boolean {
  const before = effects.length;
  for (const produce of rule.produce) {
    const produced = produce(event, player, now);
    effects.push(produced.ok ? produced.value : produced.error);
  }
  if (!funds) return true;
  const own = effects.slice(before);
  if (!rule.spends) {
    funds.take(own);
    return true;
  }
  const refusals = funds.takeTogether(own);
  if (!refusals) return true;
  effects.splice(before, own.length, ...refusals);
  return false;
}

function whyNot(rule: CompiledRule, event: DecisionEvent, player: RulePlayer, now: number): string | undefined {
  if (rule.isActive && !rule.isActive(event.occurredAt)) return 'the rule is not active at this time';
  const reason = rule.check?.(event, player, now);
  if (reason !== undefined || !rule.memory) return reason;
  return rule.memory.refusal(player.rules?.get(rule.memory.id), now);
}

/** @returns the memories with that of the rule brought up to date; what rules left that are no more is dropped by the way */
function remember(
  { remembering }: CompiledRules,
  memory: CompiledMemory,
  memories: Map<string, RuleMemory> | undefined,
  event: DecisionEvent,
  player: RulePlayer,
  now: number,
  matched: boolean,
): Map<string, RuleMemory> | undefined {
  const before = player.rules?.get(memory.id);
  const after = memory.after(before, event.type, now, matched);
  if (after === before || after === undefined) return memories;
  const kept = memories ?? new Map(Array.from(player.rules ?? []).filter(([id]) => remembering.has(id)));
  return kept.set(memory.id, after);
}

function unmatchedVerdict({ key, unmatched }: CompiledRule, reason: string): Verdict {
  const known = unmatched.get(reason);
  if (known) return known;
  const verdict: Verdict = { rule: key, matched: false, reason };
  unmatched.set(reason, verdict);
  return verdict;
}
