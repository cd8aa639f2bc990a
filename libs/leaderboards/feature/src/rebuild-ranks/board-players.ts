import type { BoardDefinition } from '@laurel/leaderboards-domain';
import type { Position } from '@laurel/contracts';
import type { RankedState } from '../project-standings/window-changes.js';

/** One board of one workspace. */
export interface BoardAddress {
  readonly workspace: string;
  readonly board: BoardDefinition;
}

/** What a player's document says of one board. */
export interface PlayerOnBoard {
  readonly playerId: string;
  /** By window key. */
  readonly windows: Readonly<Record<string, RankedState>>;
  /** Decision time (ms) of the player's latest event. */
  readonly updatedAt: number;
}

/** The players of a board as they are committed, the truth that ranks are a projection of. */
export abstract class BoardPlayers {
  /** At most how many players of these partitions may be on the board: for a progress bar. */
  abstract count(address: BoardAddress, partitions: readonly number[]): Promise<number>;

  /** Players of a partition that have an entry on the board, in batches; each as it is when its batch is read. */
  abstract scan(address: BoardAddress, partition: number): AsyncIterable<readonly PlayerOnBoard[]>;

  /** Those of these players who have an entry on the board. */
  abstract load(address: BoardAddress, playerIds: readonly string[]): Promise<readonly PlayerOnBoard[]>;
}

/** Who was changed by committed events. Bound to the store of event records. */
export abstract class TouchedPlayers {
  /**
   * Ids of the players of a partition whose entries on a board changed after a position, of its epoch; each once, at most
   * `limit` of them.
   *
   * @param target workspace, and `boardId` of the board
   */
  abstract playersTouchedSince(
    partition: number,
    target: { readonly workspace: string; readonly board: string },
    since: Position,
    limit: number,
  ): Promise<readonly string[]>;
}
