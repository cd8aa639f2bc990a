import { type DynamicModule, Module } from '@nestjs/common';
import { MONGO_DB } from '@laurel/platform-mongo';
import type { Db } from 'mongodb';
import { MongoFrozenKeys } from './adapters/frozen-keys.mongo.js';
import { REDIS_KEY_PREFIX } from './leaderboards.tokens.js';
import { JudgedRanks } from './project-standings/judged-ranks.js';
import { RedisRankProjection } from './project-standings/redis-rank-projection.js';

/** Leaderboards as the scoring service sees them: the ranks that committed state is projected into. Needs `MongoModule`. */
@Module({})
export class LeaderboardsScoringModule {
  static forRoot({ redisKeyPrefix }: { readonly redisKeyPrefix: string }): DynamicModule {
    return {
      module: LeaderboardsScoringModule,
      providers: [
        { provide: REDIS_KEY_PREFIX, useValue: redisKeyPrefix },
        { provide: MongoFrozenKeys, inject: [MONGO_DB], useFactory: (db: Db) => new MongoFrozenKeys(db) },
        RedisRankProjection,
        JudgedRanks,
      ],
      exports: [RedisRankProjection, JudgedRanks],
    };
  }
}
