import type { PlayerStatus } from '@laurel/contracts';
import type { StoredPlayer } from '../get-player/player-store.js';

/** Which players of a workspace are asked for; all that is given must hold. */
export interface PlayerFilter {
  readonly workspace: string;
  /** What the id begins with, or the name, in whatever case. */
  readonly prefix?: string | undefined;
  readonly status?: PlayerStatus | undefined;
  /** Values as texts, by key. */
  readonly attributes: ReadonlyMap<string, string>;
}

/**
 * The place of a player in the list. Players are listed by id; under a prefix, those whose id begins with it come first, then
 * those whose name alone does, by name.
 */
export interface ListPlace {
  readonly section: 'ids' | 'names';
  readonly playerId: string;
  /** As it is compared; empty among ids. */
  readonly nameKey: string;
}

export interface ListedPlayer {
  readonly place: ListPlace;
  readonly player: StoredPlayer;
}

/** Where players are listed. */
export abstract class PlayerListing {
  /** At most `limit` players behind a place, or from the beginning; fewer only at the end of the list. */
  abstract list(filter: PlayerFilter, behind: ListPlace | undefined, limit: number): Promise<readonly ListedPlayer[]>;
}
