/** Who is erased, and of whom there is anything to erase. */
export abstract class Erasures {
  /** What stands for a player who is erased, whether the player is or not. */
  abstract tombstoneOf(workspace: string, playerId: string): string;

  abstract isErased(workspace: string, playerId: string): Promise<boolean>;

  /** Ids of those who were merged into a player and are not erased; some of them where they are very many. */
  abstract mergedInto(workspace: string, playerId: string): Promise<readonly string[]>;

  /** Whether anything is held of a player: a state, or at least a record of a message. */
  abstract isKnown(workspace: string, playerId: string): Promise<boolean>;
}
