import { EVENT_TYPE_PATTERN } from '@laurel/kernel';
import { type ActiveTime, activeTimeSchema } from './active-time.js';
import type { Condition } from './conditions/condition.js';
import { hasCondition } from './conditions/compile-condition.js';
import type { EffectDefinition } from './effects/effect.js';
import { firstPlayersSchema } from './first-players.js';
import type { JsonSchema } from './json-schema.js';
import { type RuleLimit, limitsSchema } from './rule-memory.js';

/** When an event of one of the types in `on` satisfies `when`, the effects in `then` follow. */
export interface RuleDefinition {
  readonly key: string;
  readonly on: readonly string[];
  readonly when?: Condition;
  readonly then: readonly EffectDefinition[];
  /** Higher ones are judged first; 0 when absent. Among equals the order of the program decides. */
  readonly priority?: number;
  /** A match ends judging: no rule behind it matches the event. */
  readonly stop?: boolean;
  readonly active?: ActiveTime;
  /** How often it may match for one player. */
  readonly limits?: readonly RuleLimit[];
  /** Least time between two matches of one player. */
  readonly cooldownSeconds?: number;
  /** It matches for the first so many players alone, over all. */
  readonly firstPlayers?: number;
}

/** A rule as released. */
export interface ReleasedRule extends RuleDefinition {
  /** Number of the release in which it began to keep something of players; absent where it keeps nothing. */
  readonly incarnation?: number;
}

/** JSON Schema of a rule; refers to `ruleDefinitions`. */
export const ruleSchema: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['key', 'on', 'then'],
  properties: {
    key: { $ref: '#/$defs/slug' },
    on: { type: 'array', minItems: 1, maxItems: 50, items: { type: 'string', pattern: EVENT_TYPE_PATTERN } },
    when: { $ref: '#/$defs/condition' },
    then: { type: 'array', minItems: 1, maxItems: 50, items: { $ref: '#/$defs/effect' } },
    priority: { type: 'integer', minimum: -1_000_000, maximum: 1_000_000 },
    stop: { type: 'boolean' },
    active: activeTimeSchema,
    limits: limitsSchema,
    cooldownSeconds: { type: 'integer', minimum: 1, maximum: 366 * 86_400 },
    firstPlayers: firstPlayersSchema,
  },
};

/** Name under which a player's document keeps what a rule remembers; one that comes back later begins anew. */
export const ruleId = ({ key, incarnation = 0 }: ReleasedRule): string => `${key}@${incarnation}`;

/** Whether a rule keeps something of each player. */
export const remembers = (rule: RuleDefinition): boolean =>
  rule.limits !== undefined || rule.cooldownSeconds !== undefined || asksForFirstTimes(rule);

/** Whether a rule counts anything, and so begins with a release: of each player, or players. */
export const counts = (rule: RuleDefinition): boolean => remembers(rule) || rule.firstPlayers !== undefined;

export const asksForFirstTimes = ({ when }: RuleDefinition, what?: 'event'): boolean =>
  when !== undefined &&
  hasCondition(when, (node) => 'first_time' in node && (what === undefined || node.first_time === what));
