import { type Clock, type Log } from '@laurel/kernel';
import { scoringErrors } from '@laurel/scoring-domain';
import type { Resume } from '@laurel/platform-kafka';
import { Inject, Injectable } from '@nestjs/common';
import { ScoringStore } from '../adapters/scoring-store.mongo.js';
import { ScoringMetrics } from '../scoring.metrics.js';
import { LOG } from '@laurel/platform-observability';
import { SCORING_CLOCK } from '../scoring.tokens.js';

/** Lets a partition stand still, with the reason where operators look: the log, the metrics and its checkpoint. */
@Injectable()
export class HaltPartition {
  constructor(
    @Inject(ScoringStore) private readonly store: ScoringStore,
    @Inject(ScoringMetrics) private readonly metrics: ScoringMetrics,
    @Inject(SCORING_CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async halt(partition: number, detail: string): Promise<Resume> {
    const { code } = scoringErrors.positionMismatch;
    await this.store.setHalted(partition, { code, detail, at: this.clock.now() });
    this.metrics.halted(partition, true);
    this.log.error({ partition, code, detail, runbook: 'docs/runbooks/partition-halted.md' }, 'partition.halted');
    return { kind: 'halted' };
  }

  /** The partition moves (again). */
  async clear(partition: number, wasHalted: boolean): Promise<void> {
    this.metrics.halted(partition, false);
    if (wasHalted) await this.store.setHalted(partition, undefined);
  }
}
