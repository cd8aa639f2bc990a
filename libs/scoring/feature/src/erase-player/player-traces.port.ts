/** Injects `PlayerTraces`. */
export const PLAYER_TRACES = Symbol('laurel.player-traces');

/** What others than scoring keep of a player. The app binds whoever keeps it. */
export interface PlayerTraces {
  /**
   * Takes the player out of all of it; done again, it does no harm.
   *
   * @param tombstone what may stand where the player's id stood
   */
  erase(workspace: string, playerId: string, tombstone: string): Promise<void>;
}
