import type { Log } from '@laurel/kernel';
import type { Hold } from '@laurel/platform-kafka';
import { LOG } from '@laurel/platform-observability';
import { Inject, Injectable } from '@nestjs/common';
import type { PartitionState } from '../partition/partition-state.js';
import { ScoringMetrics } from '../scoring.metrics.js';
import { SCORING_SETTINGS, type ScoringSettings } from '../scoring.tokens.js';
import { GuardedRanks } from './guarded-ranks.js';

/**
 * Lets a partition pause whose ranks could not be reached for too long: what has to be mended afterwards stays bounded. It
 * goes on as soon as changes of ranks get through again.
 */
@Injectable()
export class HoldPartition {
  private readonly held = new Set<number>();

  constructor(
    @Inject(GuardedRanks) private readonly ranks: GuardedRanks,
    @Inject(ScoringMetrics) private readonly metrics: ScoringMetrics,
    @Inject(SCORING_SETTINGS) private readonly settings: ScoringSettings,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** To be asked after every try to mend the ranks. */
  verdict({ partition, behind }: PartitionState): Hold | undefined {
    const failingForMs = this.ranks.failingForMs();
    const isHeld = behind.size > 0 && failingForMs > this.settings.maxRanksLagMs;
    this.metrics.ranks(partition, behind.size, isHeld);
    if (isHeld && !this.held.has(partition)) {
      const runbook = 'docs/runbooks/ranks-unreachable.md';
      this.log.warn({ partition, boards: behind.size, failingForMs, runbook }, 'partition.paused');
    }
    if (!isHeld && this.held.has(partition)) this.log.info({ partition }, 'partition.resumed');
    if (isHeld) this.held.add(partition);
    else this.held.delete(partition);
    return isHeld ? { kind: 'hold' } : undefined;
  }

  /** The partition is not this instance's any more. */
  forget(partition: number): void {
    this.held.delete(partition);
  }
}
