import { EventsAdminModule } from '@laurel/events-feature';
import { LeaderboardsAdminModule } from '@laurel/leaderboards-feature';
import { AuthModule } from '@laurel/platform-auth';
import { HealthModule } from '@laurel/platform-health';
import { KafkaModule } from '@laurel/platform-kafka';
import { MongoModule } from '@laurel/platform-mongo';
import { ObservabilityModule, createLog } from '@laurel/platform-observability';
import { RedisModule } from '@laurel/platform-redis';
import { PlayersAdminModule } from '@laurel/players-feature';
import { ReleasesAdminModule } from '@laurel/releases-feature';
import { RewardsAdminModule } from '@laurel/rewards-feature';
import { whyUndecodable } from '@laurel/scoring-feature';
import {
  MongoApiKeys,
  MongoAuditLog,
  MongoIdempotencyStore,
  MongoKeyUses,
  MongoSessions,
  OperatorsAdminModule,
  TenancyAdminModule,
  WorkspaceClocksModule,
} from '@laurel/tenancy-feature';
import { type DynamicModule, Module } from '@nestjs/common';
import type { AdminGatewayConfig } from './admin-gateway.config.js';
import { ConsoleModule } from './console/console.module.js';
import { Readiness } from './readiness.js';
import { ScoringDryRuns } from './scoring-dry-runs.js';
import { TenancyEnvironments } from './tenancy-environments.js';

const SERVICE = 'admin-gateway';

@Module({})
export class AppModule {
  static forRoot(config: AdminGatewayConfig): DynamicModule {
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
          audit: MongoAuditLog,
          idempotency: MongoIdempotencyStore,
          sessions: { store: MongoSessions, isSecure: config.operators.hasSecureCookie },
          limits: {
            rates: config.rateLimits,
            redisKeyPrefix: config.redis.keyPrefix,
          },
        }),
        ConsoleModule.forRoot(config.console),
        EventsAdminModule.forRoot({ readProblem: whyUndecodable }),
        LeaderboardsAdminModule,
        PlayersAdminModule.forRoot({ erasureKey: config.erasure.key }),
        ReleasesAdminModule.forRoot({
          environments: TenancyEnvironments,
          dryRuns: ScoringDryRuns,
          dryRunSettings: config.dryRuns,
        }),
        RewardsAdminModule,
        OperatorsAdminModule.forRoot({
          redisKeyPrefix: config.redis.keyPrefix,
          secretsKey: config.operatorSecrets.key,
        }),
        TenancyAdminModule.forRoot({
          playerTokenPrivateKey: config.playerTokenSigning.privateKey,
          jwksReach: config.identityProviders.jwksReach,
        }),
      ],
      providers: [Readiness],
    };
  }
}
