import type { Player } from '@laurel/scoring-domain';

/**
 * The players that a partition touched last, by document id. Valid only at the position that their owner last committed:
 * the cache is thrown away with the partition's state after any failure or assignment.
 */
export class PlayerCache {
  private readonly players = new Map<string, Player>();

  constructor(private readonly capacity: number) {}

  get(id: string): Player | undefined {
    const player = this.players.get(id);
    if (player) this.set(id, player);
    return player;
  }

  delete(id: string): void {
    this.players.delete(id);
  }

  /** Puts a player in front; the one longest untouched leaves when the cache is full. */
  set(id: string, player: Player): void {
    this.players.delete(id);
    this.players.set(id, player);
    if (this.players.size <= this.capacity) return;
    const [oldest] = this.players.keys();
    if (oldest !== undefined) this.players.delete(oldest);
  }
}
