import { systemClock } from '@laurel/kernel';
import { EraseHistory, ErasureKey, EventStore } from '@laurel/platform-event-store';
import { MONGO_DB } from '@laurel/platform-mongo';
import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import type { Db } from 'mongodb';
import { ActivitySums } from './activity/activity-sums.js';
import { KeepActivity } from './activity/keep-activity.js';
import { ErasureStore } from './adapters/erasure-store.mongo.js';
import { ScoringStore } from './adapters/scoring-store.mongo.js';
import { ClaimPlacesStep } from './claims/claim-places.step.js';
import { ClaimStore } from './claims/claim-store.mongo.js';
import { SeatStore } from './claims/seat-store.mongo.js';
import { AssignPartition } from './assign-partition/assign-partition.js';
import { HaltPartition } from './assign-partition/halt-partition.js';
import { HoldPartition } from './ranks-outage/hold-partition.js';
import { PLAYER_TRACES, type PlayerTraces } from './erase-player/player-traces.port.js';
import { SweepErased } from './erase-player/sweep-erased.js';
import { Failpoints } from './failpoints.js';
import { FrozenSeries } from './partition/frozen-series.js';
import { OwnedPartitions } from './partition/owned-partitions.js';
import { ProgramCache } from './partition/program-cache.js';
import { RANK_PROJECTION, type RankProjection } from './partition/rank-projection.port.js';
import { CommitStep } from './pipeline/commit.step.js';
import { LoadStep } from './pipeline/load.step.js';
import { ProcessBatch } from './pipeline/process-batch.js';
import { ProjectStep } from './pipeline/project.step.js';
import { PublishStep } from './pipeline/publish.step.js';
import { GuardedRanks } from './ranks-outage/guarded-ranks.js';
import { RepairRanks } from './repair-ranks/repair-ranks.js';
import { ObserveRanks } from './reply/observe-ranks.js';
import { RANK_READINGS, type RankReadings } from './reply/rank-readings.port.js';
import { ReplyStep } from './reply/reply.step.js';
import { ScoringController } from './scoring.controller.js';
import { ScoringMetrics } from './scoring.metrics.js';
import { SCORING_CLOCK, SCORING_SETTINGS, type ScoringSettings } from './scoring.tokens.js';

export interface ScoringModuleOptions {
  readonly settings: ScoringSettings;
  /** None reached in production. */
  readonly failpoints: Failpoints;
  /** Told of the partitions that this instance takes and leaves. */
  readonly partitions: OwnedPartitions;
  readonly erasure: {
    /** `ErasureKey` */
    readonly key: string;
    /** Module that exports the class that keeps traces of players elsewhere. */
    readonly module: DynamicModule;
    readonly useExisting: new (...args: never[]) => PlayerTraces;
  };
  /** Module that exports the class bound to the ranks. */
  readonly ranks: {
    readonly module: DynamicModule;
    readonly useExisting: new (...args: never[]) => RankProjection;
    /** The exported class that reads them as readers do. */
    readonly readings: new (...args: never[]) => RankReadings;
    /** Whether an error of theirs means that they can't be reached now. */
    readonly isUnreachable: (error: unknown) => boolean;
  };
}

@Module({})
export class ScoringModule {
  /** Needs the global modules of Kafka, MongoDB and observability. */
  static forRoot({ settings, failpoints, partitions, erasure, ranks }: ScoringModuleOptions): DynamicModule {
    const providers: Provider[] = [
      { provide: SCORING_CLOCK, useValue: systemClock },
      { provide: SCORING_SETTINGS, useValue: settings },
      {
        provide: GuardedRanks,
        inject: [ranks.useExisting],
        useFactory: (projection: RankProjection) => new GuardedRanks(projection, ranks.isUnreachable, systemClock),
      },
      { provide: RANK_PROJECTION, useExisting: GuardedRanks },
      { provide: RANK_READINGS, useExisting: ranks.readings },
      { provide: Failpoints, useValue: failpoints },
      { provide: OwnedPartitions, useValue: partitions },
      { provide: ErasureKey, useValue: new ErasureKey(erasure.key) },
      { provide: PLAYER_TRACES, useExisting: erasure.useExisting },
      { provide: EraseHistory, inject: [MONGO_DB], useFactory: (db: Db) => new EraseHistory(db) },
      { provide: EventStore, inject: [MONGO_DB], useFactory: (db: Db) => new EventStore(db) },
      ActivitySums,
      AssignPartition,
      ClaimPlacesStep,
      ClaimStore,
      CommitStep,
      ErasureStore,
      FrozenSeries,
      HaltPartition,
      HoldPartition,
      KeepActivity,
      LoadStep,
      ObserveRanks,
      ProcessBatch,
      ProgramCache,
      ProjectStep,
      PublishStep,
      RepairRanks,
      ReplyStep,
      ScoringMetrics,
      ScoringStore,
      SeatStore,
      SweepErased,
    ];
    return {
      module: ScoringModule,
      imports: [ranks.module, erasure.module],
      controllers: [ScoringController],
      providers,
    };
  }
}
