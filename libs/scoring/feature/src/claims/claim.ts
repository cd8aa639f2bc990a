/** A place among the first players of a rule that an event asks for. */
export interface Claim {
  readonly workspace: string;
  /** `ruleId` of the rule. */
  readonly rule: string;
  /** How many players the rule is for. */
  readonly players: number;
  readonly playerId: string;
  readonly eventId: string;
}

/** What is known of claims. */
export interface KnownClaims {
  /** Whether the player is among the first; undefined where that is not known. Once known, it stays. */
  verdictOf(claim: Omit<Claim, 'eventId'>): boolean | undefined;
}

export const NO_CLAIMS: KnownClaims = { verdictOf: () => undefined };
