import type { EventStatus } from '@laurel/contracts';
import { type Clock } from '@laurel/kernel';
import { Metrics } from '@laurel/platform-observability';
import { Inject, Injectable } from '@nestjs/common';
import type { Committed } from './pipeline/commit.step.js';
import { SCORING_CLOCK } from './scoring.tokens.js';

export type PipelineStep = 'deduplicated' | 'loaded' | 'decided' | 'committed' | 'projected' | 'published';

const BATCH_BUCKETS = [1, 5, 10, 50, 100, 250, 500, 1_000];

/** What the pipeline tells Prometheus. */
@Injectable()
export class ScoringMetrics {
  private readonly events;
  private readonly batchSize;
  private readonly stepSeconds;
  private readonly lagSeconds;
  private readonly haltedPartitions;

  constructor(
    @Inject(Metrics) metrics: Metrics,
    @Inject(SCORING_CLOCK) private readonly clock: Clock,
  ) {
    this.events = metrics.counter({
      name: 'laurel_scoring_events_total',
      help: 'Messages taken from the events topic, by what became of them',
      labels: ['status'],
    });
    this.batchSize = metrics.histogram(
      { name: 'laurel_scoring_batch_messages', help: 'Messages per batch' },
      BATCH_BUCKETS,
    );
    this.stepSeconds = metrics.histogram({
      name: 'laurel_scoring_step_seconds',
      help: 'Time spent in one step of the pipeline, per batch',
      labels: ['step'],
    });
    this.lagSeconds = metrics.histogram({
      name: 'laurel_scoring_lag_seconds',
      help: 'From the broker having the last event of a batch to its outcomes being published',
    });
    this.haltedPartitions = metrics.gauge({
      name: 'laurel_scoring_partition_halted',
      help: '1 while a partition stands still and needs an operator',
      labels: ['partition'],
    });
  }

  /** @returns to be called after each step: notes the time since the one before */
  startBatch(messages: number): (step: PipelineStep) => void {
    this.batchSize.observe(messages);
    let before = performance.now();
    return (step) => {
      const now = performance.now();
      this.stepSeconds.observe({ step }, (now - before) / 1_000);
      before = now;
    };
  }

  batchDone({ records, poison }: Committed, appendedAt: number): void {
    const counts = new Map<EventStatus, number>();
    for (const { status } of records) counts.set(status, (counts.get(status) ?? 0) + 1);
    for (const [status, count] of counts) this.events.inc({ status }, count);
    this.events.inc({ status: 'poison' }, poison.length);
    this.lagSeconds.observe(Math.max(0, this.clock.now() - appendedAt) / 1_000);
  }

  halted(partition: number, isHalted: boolean): void {
    this.haltedPartitions.set({ partition: String(partition) }, isHalted ? 1 : 0);
  }
}
