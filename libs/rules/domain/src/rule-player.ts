import type { AttributeValue } from '@laurel/kernel';
import type { RuleMemory } from './rule-memory.js';
import type { StatValue } from './stat.js';

/** The part of a player that rules may look at, as the events before left it. */
export interface RulePlayer {
  /** by `statId` */
  readonly stats: ReadonlyMap<string, StatValue>;
  /** by currency key */
  readonly balances: ReadonlyMap<string, number>;
  /** What the owner of the player says of it; absent while nothing is known. */
  readonly profile?: { readonly attributes?: Readonly<Record<string, AttributeValue>> };
  /** by `ruleId`; absent where no rule keeps anything */
  readonly rules?: ReadonlyMap<string, RuleMemory>;
}

/** Compiles to a reader of an attribute. Only own members count; absent is undefined. */
export const compileAttribute =
  (key: string) =>
  ({ profile }: RulePlayer): AttributeValue | undefined =>
    profile?.attributes && Object.hasOwn(profile.attributes, key) ? profile.attributes[key] : undefined;

/** A player without events. */
export const NEW_RULE_PLAYER: RulePlayer = { stats: new Map(), balances: new Map() };
