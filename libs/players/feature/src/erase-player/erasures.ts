/** Who is erased, and of whom there is anything to erase. */
export abstract class Erasures {
  /** What stands for a player who is erased, whether the player is or not. */
  abstract tombstoneOf(workspace: string, playerId: string): string;

  abstract isErased(workspace: string, playerId: string): Promise<boolean>;

  /** Whether anything is held of a player: a state, or at least a record of a message. */
  abstract isKnown(workspace: string, playerId: string): Promise<boolean>;
}
