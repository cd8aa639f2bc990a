import type { Refusal } from '@laurel/rules-domain';
import { scoringErrors } from '../errors.js';
import type { Player } from '../player.js';

/** What a player can be ordered to be; `merged` is for good. */
export type PlayerStatus = 'active' | 'suspended' | 'banned';

/** Why a player is not active. */
export interface Restriction {
  readonly status: Exclude<PlayerStatus, 'active'> | 'merged';
  /** For people. */
  readonly reason: string;
  /** Decision time of the order, ms. */
  readonly since: number;
  /** Who has what was the player's; of `merged` alone. */
  readonly into?: string;
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
export function refusalOf({ status, into }: Restriction): Refusal {
  if (into !== undefined) {
    const detail = `the player was merged into ${JSON.stringify(into)}`;
    return { kind: 'refused', rule: '', code: scoringErrors.playerMerged.code, detail };
  }
  return { kind: 'refused', rule: '', code: scoringErrors.playerNotActive.code, detail: `the player is ${status}` };
}
