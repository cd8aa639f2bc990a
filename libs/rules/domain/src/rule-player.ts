import type { RuleMemory } from './rule-memory.js';
import type { StatValue } from './stat.js';

/** The part of a player that rules may look at, as the events before left it. */
export interface RulePlayer {
  /** by `statId` */
  readonly stats: ReadonlyMap<string, StatValue>;
  /** by currency key */
  readonly balances: ReadonlyMap<string, number>;
  /** by `ruleId`; absent where no rule keeps anything */
  readonly rules?: ReadonlyMap<string, RuleMemory>;
}

/** A player without events. */
export const NEW_RULE_PLAYER: RulePlayer = { stats: new Map(), balances: new Map() };
