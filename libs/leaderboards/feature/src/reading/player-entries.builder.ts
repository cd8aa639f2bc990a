import type { BoardTarget } from '../board-directory/board-target.js';
import { PlayerEntries, type PlayerEntry } from './player-entries.js';

/** Players in memory, the same in every window. */
export class EntriesInMemory extends PlayerEntries {
  /** By player, then by board: the windows that the player is in. */
  readonly windows = new Map<string, ReadonlyMap<string, readonly string[]>>();

  constructor(private readonly players: ReadonlyMap<string, PlayerEntry>) {
    super();
  }

  override async find(_target: BoardTarget, playerIds: readonly string[]): Promise<readonly PlayerEntry[]> {
    return playerIds.flatMap((playerId) => this.players.get(playerId) ?? []);
  }

  override async windowsOf(
    _workspace: string,
    playerId: string,
  ): Promise<ReadonlyMap<string, readonly string[]> | undefined> {
    return this.windows.get(playerId);
  }
}
