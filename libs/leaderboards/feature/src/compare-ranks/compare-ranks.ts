import type { RedisClient } from '@laurel/platform-redis';
import type { CommittedPositionsSource } from '../rank-freshness/committed-positions.js';
import type { BoardAddress, BoardPlayers } from '../rebuild-ranks/board-players.js';
import type { RebuildProgress } from '../rebuild-ranks/rebuild-dependencies.js';
import { Comparison } from './comparison.js';

export interface CompareDependencies {
  readonly redis: RedisClient;
  /** Starts the name of every key of this installation. */
  readonly keyPrefix: string;
  readonly players: BoardPlayers;
  readonly committed: CommittedPositionsSource;
}

/**
 * - `missing`: a player of MongoDB is not where its entry belongs.
 * - `score`: the player is there with another score.
 * - `unknown`: a member that no player's entry asks for.
 * - `row`: the place of the player is not remembered as it is.
 * - `parts`: the parts of the player are not remembered as they are.
 * - `order`: the row before it should stand behind it.
 * - `place`: it is told wrongly how many rows share its place; without a player where places are told that no row has.
 */
export interface RankDifference {
  readonly window: string;
  /** Absent where it is of the whole board. */
  readonly part?: string;
  readonly playerId: string;
  readonly kind: 'missing' | 'score' | 'unknown' | 'row' | 'parts' | 'order' | 'place';
}

export interface RankComparison {
  /** Entries of player documents that were compared, in all windows; without those that are not ranked. */
  readonly entries: number;
  /** At most as many as were asked for. */
  readonly differences: readonly RankDifference[];
  /** Whether there may be more. */
  readonly isCut: boolean;
}

export interface CompareOptions {
  readonly limit?: number;
  readonly onProgress?: (progress: RebuildProgress) => void;
}

/**
 * Whether the ranks of a board in Redis are those that player documents give, ties included. Every entry that is ranked must be in
 * its sorted sets (of its window, and of its parts) at its place and nothing else may be in them, and neighbours must stand in the
 * order of the board's own definition: then all ranks are right. Under dense numbering the places must be those that rows have.
 * Memory does not grow with the board.
 *
 * May run beside live changes: what differs is looked at again at the end, several times, and only what differs each time is told.
 */
export class CompareRanks {
  constructor(private readonly dependencies: CompareDependencies) {}

  /** @param limit differences told at most */
  async run(
    address: BoardAddress,
    { limit = 100, onProgress = () => undefined }: CompareOptions = {},
  ): Promise<RankComparison> {
    return new Comparison(this.dependencies, address, limit, onProgress).run();
  }
}
