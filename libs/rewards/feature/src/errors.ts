import { defineError } from '@laurel/kernel';

export const rewardErrors = {
  grantNotFound: defineError('rewards.grant_not_found', 'not_found', 'There is no such grant'),
  wrongState: defineError('rewards.wrong_state', 'conflict', 'The grant is in a state that does not allow this'),
  claimExpired: defineError('rewards.claim_expired', 'conflict', 'The grant can’t be claimed any more'),
  scheduleNotFound: defineError('rewards.schedule_not_found', 'not_found', 'There is no such reward schedule'),
  playerNotFound: defineError('rewards.player_not_found', 'not_found', 'There is no such player'),
} as const;

/** Why a winner is given nothing; recorded with the grant, never answered as a problem. */
export const NOT_IN_SEGMENT = 'rewards.not_in_segment';
export const REJECTED = 'rewards.rejected';
