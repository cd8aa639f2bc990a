import { EventsQueryModule } from '@laurel/events-feature';
import { LeaderboardsQueryModule } from '@laurel/leaderboards-feature';
import { LiveQueryModule } from '@laurel/live-feature';
import { AuthModule } from '@laurel/platform-auth';
import { HealthModule } from '@laurel/platform-health';
import { KafkaModule } from '@laurel/platform-kafka';
import { MongoModule } from '@laurel/platform-mongo';
import { ObservabilityModule, createLog } from '@laurel/platform-observability';
import { RedisModule } from '@laurel/platform-redis';
import { LIVE_LIMITS, LiveModule } from '@laurel/platform-ws';
import { PlayersQueryModule } from '@laurel/players-feature';
import { RewardsQueryModule } from '@laurel/rewards-feature';
import {
  MongoApiKeys,
  MongoIdentityProviders,
  MongoKeyUses,
  MongoSessions,
  WorkspaceClocksModule,
} from '@laurel/tenancy-feature';
import { type DynamicModule, Module } from '@nestjs/common';
import { PlayerStatesModule, ReadPlayerStates } from './player-states.js';
import type { QueryGatewayConfig } from './query-gateway.config.js';
import { Readiness } from './readiness.js';

const SERVICE = 'query-gateway';

@Module({})
export class AppModule {
  static forRoot(config: QueryGatewayConfig): DynamicModule {
    const log = createLog({ service: SERVICE, level: config.log.level });
    const leaderboards = LeaderboardsQueryModule.forRoot({ redisKeyPrefix: config.redis.keyPrefix });
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
          identityProviders: { store: MongoIdentityProviders, reach: config.identityProviders.jwksReach },
          sessions: { store: MongoSessions, isSecure: config.operators.hasSecureCookie },
          tickets: { redisKeyPrefix: config.redis.keyPrefix },
          limits: {
            rates: config.rateLimits,
            redisKeyPrefix: config.redis.keyPrefix,
            fixed: [
              { name: 'live_frame', most: LIVE_LIMITS.frameBytes, unit: 'bytes' },
              { name: 'live_subscriptions', most: LIVE_LIMITS.subscriptions, unit: 'items' },
              { name: 'live_frames', most: LIVE_LIMITS.framesPerSecond, unit: 'per_second' },
              { name: 'live_player_connections', most: LIVE_LIMITS.playerConnections, unit: 'items' },
            ],
          },
        }),
        LiveModule.forRoot({
          origins: config.live.origins,
          redisKeyPrefix: config.redis.keyPrefix,
          limits: {
            connections: config.live.connections,
            connectionsPerSecond: config.live.connectionsPerSecond,
          },
        }),
        leaderboards,
        PlayersQueryModule,
        RewardsQueryModule,
        EventsQueryModule,
        LiveQueryModule.forRoot({
          players: { module: PlayerStatesModule.forRoot(leaderboards), useExisting: ReadPlayerStates },
        }),
      ],
      providers: [Readiness],
    };
  }
}
