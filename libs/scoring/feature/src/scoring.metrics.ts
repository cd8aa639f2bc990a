import type { EventStatus, RecordedEffect } from '@laurel/contracts';
import { type Clock } from '@laurel/kernel';
import type { PartitionProgress } from '@laurel/platform-kafka';
import { type GaugeMetric, Metrics } from '@laurel/platform-observability';
import { scoringErrors } from '@laurel/scoring-domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Committed } from './pipeline/commit.step.js';
import { SCORING_CLOCK } from './scoring.tokens.js';

export type PipelineStep = 'deduplicated' | 'loaded' | 'decided' | 'committed' | 'projected' | 'published';

const BATCH_BUCKETS = [1, 5, 10, 50, 100, 250, 500, 1_000];

const isLate = (effect: RecordedEffect): boolean =>
  effect.kind === 'refused' && effect.code === scoringErrors.windowClosed.code;

/** What the pipeline tells Prometheus. */
@Injectable()
export class ScoringMetrics {
  private readonly events;
  private readonly lateResults;
  private readonly batchSize;
  private readonly stepSeconds;
  private readonly lagSeconds;
  private readonly haltedPartitions;
  private readonly pausedPartitions;
  private readonly boardsBehind;
  private readonly messagesWaiting;
  private readonly lagMs;
  private readonly perPartition: readonly GaugeMetric<'partition'>[];

  constructor(
    @Inject(Metrics) metrics: Metrics,
    @Inject(SCORING_CLOCK) private readonly clock: Clock,
  ) {
    this.events = metrics.counter({
      name: 'laurel_scoring_events_total',
      help: 'Messages taken from the events topic, by what became of them',
      labels: ['status'],
    });
    this.lateResults = metrics.counter({
      name: 'laurel_late_results_total',
      help: 'Results that came when the window of a leaderboard had closed: in the history, and not on the board',
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
    this.pausedPartitions = metrics.gauge({
      name: 'laurel_scoring_partition_paused',
      help: '1 while a partition waits for its ranks to be reachable again',
      labels: ['partition'],
    });
    this.boardsBehind = metrics.gauge({
      name: 'laurel_scoring_boards_behind',
      help: 'Boards whose ranks are not where the partition has committed',
      labels: ['partition'],
    });
    this.messagesWaiting = metrics.gauge({
      name: 'laurel_scoring_lag_messages',
      help: 'Messages that the log is known to hold and that are not processed',
      labels: ['partition'],
    });
    this.lagMs = metrics.gauge({
      name: 'laurel_scoring_lag_ms',
      help: 'For how long the oldest message that is not processed has been in the log; 0 when none waits',
      labels: ['partition'],
    });
    this.perPartition = [
      this.haltedPartitions,
      this.pausedPartitions,
      this.boardsBehind,
      this.messagesWaiting,
      this.lagMs,
    ];
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

  /** Counts what is decided for good, whatever becomes of projecting and publishing it. */
  batchCommitted({ records, poison, erased }: Committed): void {
    const counts = new Map<EventStatus, number>();
    let late = 0;
    for (const { status, effects } of records) {
      counts.set(status, (counts.get(status) ?? 0) + 1);
      for (const effect of effects) if (isLate(effect)) late += 1;
    }
    this.lateResults.inc({}, late);
    for (const [status, count] of counts) this.events.inc({ status }, count);
    this.events.inc({ status: 'poison' }, poison.length);
    if (erased) this.events.inc({ status: 'erased' }, erased.messages.length);
  }

  /** @param appendedAt when its last message was written to the log, ms since the epoch */
  batchDone(appendedAt: number): void {
    this.lagSeconds.observe(Math.max(0, this.clock.now() - appendedAt) / 1_000);
  }

  halted(partition: number, isHalted: boolean): void {
    this.haltedPartitions.set({ partition: String(partition) }, isHalted ? 1 : 0);
  }

  /** @param boardsBehind boards whose ranks are not where the partition has committed */
  ranks(partition: number, boardsBehind: number, isPaused: boolean): void {
    const labels = { partition: String(partition) };
    this.boardsBehind.set(labels, boardsBehind);
    this.pausedPartitions.set(labels, isPaused ? 1 : 0);
  }

  /** What is not known stays as it was: a partition that starts again has not caught up by that. */
  progress({ partition, waiting, oldestAt }: PartitionProgress): void {
    if (waiting === undefined) return;
    const labels = { partition: String(partition) };
    this.messagesWaiting.set(labels, waiting);
    if (waiting === 0) this.lagMs.set(labels, 0);
    else if (oldestAt !== undefined) this.lagMs.set(labels, Math.max(0, this.clock.now() - oldestAt));
  }

  /** The partition is another instance's: that one tells about it. */
  forget(partition: number): void {
    for (const gauge of this.perPartition) gauge.remove({ partition: String(partition) });
  }
}
