import type { RedisClient } from '@laurel/platform-redis';
import type { CommittedPositionsSource } from '../rank-freshness/committed-positions.js';
import type { BoardPlayers, TouchedPlayers } from './board-players.js';

export interface RebuildDependencies {
  /** With a command timeout of some seconds: what is written here is written in large pieces. */
  readonly redis: RedisClient;
  /** Starts the name of every key of this installation. */
  readonly keyPrefix: string;
  readonly players: BoardPlayers;
  readonly committed: CommittedPositionsSource;
  readonly touched: TouchedPlayers;
}

/** Players read so far, of at most how many. */
export interface RebuildProgress {
  readonly done: number;
  readonly total: number;
}
