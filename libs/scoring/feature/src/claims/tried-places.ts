import type { WantedClaim } from '@laurel/rules-domain';

/** Numbers of the players who have a place of a rule, by id. */
export type TakenPlaces = ReadonlyMap<string, number>;

/**
 * Places among the first players of rules as a trial hands them out: who has one keeps it, those that are left go to whom the trial
 * meets first. Nothing is written.
 */
export class TriedPlaces {
  /** By `ruleId`: those that are taken, and those that the trial gave. */
  private readonly rules = new Map<string, Map<string, number>>();

  /** @param taken the places of a rule (`ruleId`) that are taken, numbered from 1 without gaps */
  constructor(private readonly taken: (rule: string) => Promise<TakenPlaces>) {}

  /** Whether the player is among the first; if so, from now on. */
  async take({ rule, players }: WantedClaim, playerId: string): Promise<boolean> {
    const places = this.rules.get(rule) ?? new Map(await this.taken(rule));
    this.rules.set(rule, places);
    const number = places.get(playerId) ?? places.size + 1;
    if (number > players) return false;
    places.set(playerId, number);
    return true;
  }

  /** The claims that a player's events went by, for deciding them once more. */
  claimsOf(playerId: string): Readonly<Record<string, boolean>> {
    const held = Array.from(this.rules).filter(([, places]) => places.has(playerId));
    return Object.fromEntries(held.map(([rule]) => [rule, true]));
  }
}
