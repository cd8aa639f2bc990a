import { systemClock } from '@laurel/kernel';
import { MONGO_DB } from '@laurel/platform-mongo';
import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import type { Db } from 'mongodb';
import { AwardWindow } from './award-window/award-window.js';
import { FinalStandings } from './award-window/final-standings.port.js';
import { RewardSteps, UnwatchedRewardSteps } from './award-window/reward-steps.js';
import { REWARDS_CLOCK } from './clock.js';
import { ApproveGrantsHandler } from './decide-grant/approve-grants.handler.js';
import { ClaimGrantController } from './decide-grant/claim-grant.controller.js';
import { DecideGrantController } from './decide-grant/decide-grant.controller.js';
import { DecideGrantHandler } from './decide-grant/decide-grant.handler.js';
import { RevokeGrantHandler } from './decide-grant/revoke-grant.handler.js';
import { GrantStore } from './grants/grant-store.js';
import { MongoGrantStore } from './grants/grant-store.mongo.js';
import { ListGrantsController } from './list-grants/list-grants.controller.js';
import { PlayerGrantsController } from './list-grants/player-grants.controller.js';
import { ListRunsController } from './list-runs/list-runs.controller.js';
import { DueGrants } from './pay-grants/due-grants.js';
import { PayGrantsHandler } from './pay-grants/pay-grants.handler.js';
import { PayGrantsLoop } from './pay-grants/pay-grants.loop.js';

const GRANTS: Provider[] = [
  { provide: GrantStore, useClass: MongoGrantStore },
  { provide: REWARDS_CLOCK, useValue: systemClock },
];
const STEPS: Provider = { provide: RewardSteps, useClass: UnwatchedRewardSteps };

/** What the admin gateway hosts of rewards: grants, and their payment. Needs `KafkaModule`, `MongoModule` and `WorkspaceClocks`. */
@Module({
  controllers: [ListGrantsController, DecideGrantController, ListRunsController],
  providers: [
    ...GRANTS,
    STEPS,
    DecideGrantHandler,
    RevokeGrantHandler,
    ApproveGrantsHandler,
    DueGrants,
    PayGrantsHandler,
    PayGrantsLoop,
  ],
})
export class RewardsAdminModule {}

/** What the query gateway hosts: what players were given. Needs `MongoModule`. */
@Module({ controllers: [PlayerGrantsController], providers: GRANTS })
export class RewardsQueryModule {}

/** What the ingestion gateway hosts: players claim. Needs `MongoModule` and `WorkspaceClocks`. */
@Module({ controllers: [ClaimGrantController], providers: [...GRANTS, DecideGrantHandler] })
export class RewardsIngestionModule {}

export interface RewardsScoringOptions {
  /** Knows the standings that windows ended with. */
  readonly standings: (db: Db) => FinalStandings;
  /** Told of each step; absent: nobody wants to know. */
  readonly steps?: RewardSteps;
}

/** What the scoring service hosts: winners of windows that have ended get grants. Needs `MongoModule` and `WorkspaceClocks`. */
@Module({})
export class RewardsScoringModule {
  static forRoot({ standings, steps }: RewardsScoringOptions): DynamicModule {
    return {
      module: RewardsScoringModule,
      providers: [
        ...GRANTS,
        steps ? { provide: RewardSteps, useValue: steps } : STEPS,
        { provide: FinalStandings, inject: [MONGO_DB], useFactory: standings },
        AwardWindow,
      ],
      exports: [AwardWindow],
    };
  }
}
