import { joinId } from './separator.js';

export const CLAIMS_COLLECTION = 'claims';
export const CLAIM_COUNTERS_COLLECTION = 'claimCounters';

/** A player's place among the first of a rule. Written once, before the event that took it is committed, and never given back. */
export interface ClaimDocument {
  /** `claimId` */
  readonly _id: string;
  readonly workspace: string;
  /** Rule key and incarnation. */
  readonly rule: string;
  readonly playerId: string;
  /** The event that took it. */
  readonly eventId: string;
  /** From 1 on, without gaps: a rule for fewer players is for those with the lowest. */
  readonly number: number;
}

/** How many places of a rule are taken. */
export interface ClaimCounterDocument {
  /** `claimCounterId` */
  readonly _id: string;
  readonly workspace: string;
  readonly taken: number;
}

export const claimCounterId = (workspace: string, rule: string): string => joinId(workspace, rule);

export const claimId = (workspace: string, rule: string, playerId: string): string => joinId(workspace, rule, playerId);
