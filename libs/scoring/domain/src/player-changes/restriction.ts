import type { Refusal } from '@laurel/rules-domain';
import { scoringErrors } from '../errors.js';
import type { Player } from '../player.js';

export type PlayerStatus = 'active' | 'suspended' | 'banned';

/** Why a player is not active. */
export interface Restriction {
  readonly status: Exclude<PlayerStatus, 'active'>;
  /** For people. */
  readonly reason: string;
  /** Decision time of the order, ms. */
  readonly since: number;
}

/**
 * The player under another status. A banned player's entries are withheld, so that nothing that reads boards sees them:
 * ranks, repairs and rebuilds need not know of bans. They come back as they were.
 */
export function changeStatus(player: Player, status: PlayerStatus, reason: string, now: number): Player {
  const { restriction: _, withheld, ...rest } = player;
  const boards = withheld ?? player.boards;
  if (status === 'active') return { ...rest, boards };
  const restriction: Restriction = { status, reason, since: now };
  return status === 'banned'
    ? { ...rest, restriction, boards: new Map(), withheld: boards }
    : { ...rest, restriction, boards };
}

/** What an event of a player leads to who is not active: nothing, and this says why. */
export const refusalOf = ({ status }: Restriction): Refusal => ({
  kind: 'refused',
  rule: '',
  code: scoringErrors.playerNotActive.code,
  detail: `the player is ${status}`,
});
