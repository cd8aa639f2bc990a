import { createHash } from 'node:crypto';
import { type GrantDocument, joinId } from '@laurel/contracts';

/** What a player is given something for. There is one grant for each. */
export type GrantCause = Pick<GrantDocument, 'schedule' | 'board' | 'window' | 'part' | 'playerId'>;

const DIGITS = 32;

/** The same for the same cause, whoever works it out, and however often. Unique within a workspace. */
export function grantIdOf({ schedule, board, window, part, playerId }: GrantCause): string {
  const digest = createHash('sha256')
    .update(joinId(schedule, board, window, part, playerId))
    .digest('hex');
  return `gr_${digest.slice(0, DIGITS)}`;
}

export const GRANT_ID = /^gr_[0-9a-f]{32}$/;
