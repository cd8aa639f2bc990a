import { type WantedSeat, seatKey } from '@laurel/scoring-domain';

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

/** A seat in a group of a league that an event asks for. */
export interface SeatClaim {
  readonly workspace: string;
  readonly playerId: string;
  readonly eventId: string;
  readonly seat: WantedSeat;
}

/** What is known of claims. */
export interface KnownClaims {
  /** Whether the player is among the first; undefined where that is not known. Once known, it stays. */
  verdictOf(claim: Omit<Claim, 'eventId'>): boolean | undefined;
  /** The part of the board that the player's group is; undefined where that is not known. Absent where no seat is. */
  seatOf?(claim: Omit<SeatClaim, 'eventId'>): string | undefined;
}

export const NO_CLAIMS: KnownClaims = { verdictOf: () => undefined };

/** What a seat is known by: a player has one in a window. */
export const seatClaimKey = ({ workspace, playerId, seat }: Omit<SeatClaim, 'eventId'>): string =>
  JSON.stringify([workspace, playerId, seatKey(seat)]);
