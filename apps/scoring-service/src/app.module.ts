import {
  JudgedRanks,
  LeaderboardsClosingModule,
  LeaderboardsLeaguesModule,
  LeaderboardsScoringModule,
  LeagueMoves,
  MongoFrozenWindows,
  RedisRankProjection,
} from '@laurel/leaderboards-feature';
import { HealthModule } from '@laurel/platform-health';
import { KafkaModule } from '@laurel/platform-kafka';
import { MongoModule } from '@laurel/platform-mongo';
import { ObservabilityModule, createLog } from '@laurel/platform-observability';
import { RedisModule, isRedisUnavailable } from '@laurel/platform-redis';
import { AwardWindow, RewardsScoringModule } from '@laurel/rewards-feature';
import { Failpoints, OwnedPartitions, ScoringModule } from '@laurel/scoring-feature';
import { MongoWorkspaceOffsets, TenancyScoringModule, WorkspaceClocksModule } from '@laurel/tenancy-feature';
import { type DynamicModule, Module } from '@nestjs/common';
import { PartitionConsumer } from './partition-consumer.js';
import { AllTraces, PlayerTracesModule } from './player-traces.module.js';
import { ScoringServiceConfig } from './scoring-service.config.js';

const SERVICE = 'scoring-service';
/** Whoever owns it closes windows: there is one at a time, and always one while anything is scored. */
const LEADING_PARTITION = 0;
const MS_PER_DAY = 86_400_000;
/**
 * Five times what readers wait: a change brings thousands of rows, and on a busy machine the answer may lie unread while a batch
 * is decided. To take that for an outage costs a repair; a real one costs this time once, then the circuit is open.
 */
const RANKS_TIMEOUT_MS = 1_000;

/** The only writer of player state. Serves health and metrics alone. */
@Module({})
export class AppModule {
  static forRoot(config: ScoringServiceConfig): DynamicModule {
    const log = createLog({ service: SERVICE, level: config.log.level });
    const failpoints = new Failpoints(config.failpoint);
    const partitions = new OwnedPartitions();
    return {
      module: AppModule,
      imports: [
        ObservabilityModule.forRoot(log),
        HealthModule,
        KafkaModule.forRoot({ ...config.kafka, clientId: SERVICE, compress: true, log }),
        MongoModule.forRoot(config.mongo),
        WorkspaceClocksModule,
        RedisModule.forRoot({ url: config.redis.url, commandTimeoutMs: RANKS_TIMEOUT_MS, log }),
        ScoringModule.forRoot({
          settings: {
            playersInMemory: config.playersInMemory,
            eventMaxAgeMs: config.eventAge.maxAgeDays * MS_PER_DAY,
            maxRanksLagMs: config.maxRanksLagMs,
          },
          failpoints,
          partitions,
          erasure: {
            key: config.erasure.key,
            module: { module: PlayerTracesModule },
            useExisting: AllTraces,
          },
          ranks: {
            module: LeaderboardsScoringModule.forRoot({ redisKeyPrefix: config.redis.keyPrefix }),
            useExisting: RedisRankProjection,
            readings: JudgedRanks,
            isUnreachable: isRedisUnavailable,
          },
        }),
        LeaderboardsClosingModule.forRoot({
          redisKeyPrefix: config.redis.keyPrefix,
          leadership: { isLeader: () => partitions.has(LEADING_PARTITION) },
          steps: failpoints,
          followers: [
            { module: { module: LeaderboardsLeaguesModule }, useExisting: LeagueMoves },
            {
              module: RewardsScoringModule.forRoot({
                standings: (db) => new MongoFrozenWindows(db),
                steps: failpoints,
              }),
              useExisting: AwardWindow,
            },
          ],
          offsets: { module: { module: TenancyScoringModule }, useExisting: MongoWorkspaceOffsets },
        }),
      ],
      providers: [{ provide: ScoringServiceConfig, useValue: config }, PartitionConsumer],
    };
  }
}
