import { type BoardDefinition, boardId, findWindow } from '@laurel/leaderboards-domain';
import { type Clock, systemClock } from '@laurel/kernel';
import { MONGO_DB } from '@laurel/platform-mongo';
import { REDIS, type RedisClient } from '@laurel/platform-redis';
import { Inject, Injectable } from '@nestjs/common';
import type { Db } from 'mongodb';
import { MongoCommittedPositions } from '../adapters/committed-positions.mongo.js';
import { RedisRankStore } from '../adapters/rank-store.redis.js';
import { REDIS_KEY_PREFIX } from '../leaderboards.tokens.js';
import { CommittedHistory } from '../rank-freshness/committed-history.js';
import { ranksAreRight } from '../rank-freshness/ranks-are-right.js';

/** A player's place in one window of a board; see `RankWanted` of scoring, whose port this class fits. */
interface Wanted {
  readonly workspace: string;
  readonly board: BoardDefinition;
  readonly window: string;
  readonly playerId: string;
}

/** Reads single ranks for the scoring service, by the same judgement as those that clients read: right or `warming`. */
@Injectable()
export class JudgedRanks {
  private readonly clock: Clock = systemClock;
  private readonly ranks: RedisRankStore;
  private readonly committed: CommittedHistory;

  constructor(
    @Inject(REDIS) redis: RedisClient,
    @Inject(REDIS_KEY_PREFIX) keyPrefix: string,
    @Inject(MONGO_DB) db: Db,
  ) {
    this.ranks = new RedisRankStore(redis, keyPrefix);
    this.committed = new CommittedHistory(new MongoCommittedPositions(db), this.clock);
  }

  /** In the order of `wanted`; null for a player who is not on the board, or a window that the board has not. */
  ranksOf(wanted: readonly Wanted[]): Promise<(number | null | 'warming')[]> {
    return Promise.all(wanted.map((want) => this.rankOf(want)));
  }

  private async rankOf({ workspace, board, window: key, playerId }: Wanted): Promise<number | null | 'warming'> {
    const window = findWindow(board, key);
    if (!window) return null;
    const [read, history] = await Promise.all([
      this.ranks.read({ workspace, board, window }, { kind: 'around', playerId, limit: 1 }),
      this.committed.of(workspace, boardId(board)),
    ]);
    if (!read.ok || !ranksAreRight(history, read.value.projected, this.clock.now())) return 'warming';
    return read.value.rows[0]?.rank ?? null;
  }
}
