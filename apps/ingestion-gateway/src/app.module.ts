import { EventsIngestionModule, MAX_BATCH_EVENTS, MongoReleasedEventTypes } from '@laurel/events-feature';
import { LeaderboardsIngestionModule } from '@laurel/leaderboards-feature';
import { AuthModule } from '@laurel/platform-auth';
import { HealthModule } from '@laurel/platform-health';
import { KafkaModule } from '@laurel/platform-kafka';
import { MongoModule } from '@laurel/platform-mongo';
import { ObservabilityModule, createLog } from '@laurel/platform-observability';
import { RedisModule } from '@laurel/platform-redis';
import { RewardsIngestionModule } from '@laurel/rewards-feature';
import { MongoApiKeys, MongoIdentityProviders, MongoKeyUses, WorkspaceClocksModule } from '@laurel/tenancy-feature';
import { type DynamicModule, Module } from '@nestjs/common';
import type { IngestionGatewayConfig } from './ingestion-gateway.config.js';
import { Readiness } from './readiness.js';

const SERVICE = 'ingestion-gateway';

@Module({})
export class AppModule {
  static forRoot(config: IngestionGatewayConfig): DynamicModule {
    const log = createLog({ service: SERVICE, level: config.log.level });
    return {
      module: AppModule,
      imports: [
        ObservabilityModule.forRoot(log),
        HealthModule,
        MongoModule.forRoot(config.mongo),
        WorkspaceClocksModule,
        RedisModule.forRoot({ url: config.redis.url, isBatched: true, log }),
        KafkaModule.forRoot({ ...config.kafka, clientId: SERVICE, log }),
        AuthModule.forRoot({
          playerTokenPublicKey: config.playerTokens.publicKey,
          keys: MongoApiKeys,
          keyUses: MongoKeyUses,
          limits: {
            rates: config.rateLimits,
            redisKeyPrefix: config.redis.keyPrefix,
            fixed: [
              { name: 'batch', most: MAX_BATCH_EVENTS, unit: 'items' },
              { name: 'events_of_one_player', most: config.playerEventsPerSecond, unit: 'per_second' },
            ],
          },
          identityProviders: { store: MongoIdentityProviders, reach: config.identityProviders.jwksReach },
        }),
        EventsIngestionModule.forRoot({
          maxAgeDays: config.eventAge.maxAgeDays,
          playerEventsPerSecond: config.playerEventsPerSecond,
          eventTypes: MongoReleasedEventTypes,
        }),
        LeaderboardsIngestionModule,
        RewardsIngestionModule,
      ],
      providers: [Readiness],
    };
  }
}
