import type { RuleDefinition } from './rule-definition.js';

/** A place among the first players of a rule that a decision can't do without: whether the player has one is not known yet. */
export interface WantedClaim {
  /** `ruleId` of the rule. */
  readonly rule: string;
  /** How many players the rule is for. */
  readonly players: number;
}

/**
 * Whether the player is among the first of a rule (`ruleId`) that is for so many players; undefined where that is not known.
 * Given once, an answer stays: places are never given back.
 */
export type Claims = (rule: string, players: number) => boolean | undefined;

/** The part of a rule that its places serve, compiled. */
export interface CompiledClaim extends WantedClaim {
  /** Why the rule does not match a player who came too late. */
  readonly taken: string;
}

export const firstPlayersSchema = { type: 'integer', minimum: 1, maximum: 10_000 };

/** @param id `ruleId` */
export const compileClaim = ({ firstPlayers }: RuleDefinition, id: string): CompiledClaim | undefined =>
  firstPlayers === undefined
    ? undefined
    : {
        rule: id,
        players: firstPlayers,
        taken: `it is for the first ${firstPlayers} players, and all places are taken`,
      };
