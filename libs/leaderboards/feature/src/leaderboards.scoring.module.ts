import { type DynamicModule, Module } from '@nestjs/common';
import { REDIS_KEY_PREFIX } from './leaderboards.tokens.js';
import { JudgedRanks } from './project-standings/judged-ranks.js';
import { RedisRankProjection } from './project-standings/redis-rank-projection.js';

/** Leaderboards as the scoring service sees them: the ranks that committed state is projected into. Needs `MongoModule`. */
@Module({})
export class LeaderboardsScoringModule {
  static forRoot({ redisKeyPrefix }: { readonly redisKeyPrefix: string }): DynamicModule {
    return {
      module: LeaderboardsScoringModule,
      providers: [{ provide: REDIS_KEY_PREFIX, useValue: redisKeyPrefix }, RedisRankProjection, JudgedRanks],
      exports: [RedisRankProjection, JudgedRanks],
    };
  }
}
