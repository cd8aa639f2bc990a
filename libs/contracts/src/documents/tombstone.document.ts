export const TOMBSTONES_COLLECTION = 'tombstones';

/**
 * That a player was erased. It tells nobody who, but whoever has the erasure key and the id can ask: later events of the player
 * are refused by it, and neither a replay nor a rebuild can bring the player back.
 */
export interface TombstoneDocument {
  /** HMAC-SHA-256 of workspace and player id under the erasure key, hex. */
  readonly _id: string;
  readonly workspace: string;
  /** Where the order to erase stood in the log. */
  readonly partition: number;
  readonly epoch: number;
  readonly offset: number;
  /** Decision time of the order, ms. */
  readonly erasedAt: number;
  /** What the sweep through the player's history needs; absent once nothing of the player is left. */
  readonly sweep?: { readonly playerId: string };
}
