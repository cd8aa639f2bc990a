import { systemClock } from '@laurel/kernel';
import { EventStore } from '@laurel/platform-event-store';
import { MONGO_DB } from '@laurel/platform-mongo';
import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import type { Db } from 'mongodb';
import { ScoringStore } from './adapters/scoring-store.mongo.js';
import { AssignPartition } from './assign-partition/assign-partition.js';
import { HaltPartition } from './assign-partition/halt-partition.js';
import { Failpoints } from './failpoints.js';
import { ProgramCache } from './partition/program-cache.js';
import { RANK_PROJECTION, type RankProjection } from './partition/rank-projection.port.js';
import { CommitStep } from './pipeline/commit.step.js';
import { LoadStep } from './pipeline/load.step.js';
import { ProcessBatch } from './pipeline/process-batch.js';
import { ProjectStep } from './pipeline/project.step.js';
import { PublishStep } from './pipeline/publish.step.js';
import { RepairRanks } from './repair-ranks/repair-ranks.js';
import { ScoringController } from './scoring.controller.js';
import { ScoringMetrics } from './scoring.metrics.js';
import { SCORING_CLOCK, SCORING_SETTINGS, type ScoringSettings } from './scoring.tokens.js';

export interface ScoringModuleOptions {
  readonly settings: ScoringSettings;
  /** `Failpoints`; empty in production. */
  readonly failpoint: string;
  /** Module that exports the class bound to the ranks. */
  readonly ranks: { readonly module: DynamicModule; readonly useExisting: new (...args: never[]) => RankProjection };
}

@Module({})
export class ScoringModule {
  /** Needs the global modules of Kafka, MongoDB and observability. */
  static forRoot({ settings, failpoint, ranks }: ScoringModuleOptions): DynamicModule {
    const providers: Provider[] = [
      { provide: SCORING_CLOCK, useValue: systemClock },
      { provide: SCORING_SETTINGS, useValue: settings },
      { provide: RANK_PROJECTION, useExisting: ranks.useExisting },
      { provide: Failpoints, useValue: new Failpoints(failpoint) },
      { provide: EventStore, inject: [MONGO_DB], useFactory: (db: Db) => new EventStore(db) },
      AssignPartition,
      CommitStep,
      HaltPartition,
      LoadStep,
      ProcessBatch,
      ProgramCache,
      ProjectStep,
      PublishStep,
      RepairRanks,
      ScoringMetrics,
      ScoringStore,
    ];
    return { module: ScoringModule, imports: [ranks.module], controllers: [ScoringController], providers };
  }
}
