import type { Clock, Log } from '@laurel/kernel';
import type { Metrics } from '@laurel/platform-observability';
import { EVENTS_PARTITIONS, type BoardWindowDocument } from '@laurel/contracts';

/** A partition that has not come to a barrier for so long holds up what closes, ms. */
const STALLED_MS = 60_000;

/** What operators see of the closing of windows. Only the instance that closes them tells of it. */
export class ClosingMetrics {
  private readonly closing;
  private readonly oldest;
  private readonly missing;
  private readonly frozen;
  private readonly alarmed = new Set<number>();

  constructor(
    metrics: Metrics,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.closing = metrics.gauge({
      name: 'laurel_windows_closing',
      help: 'Windows that have ended and are not frozen',
    });
    this.oldest = metrics.gauge({
      name: 'laurel_windows_closing_oldest_seconds',
      help: 'For how long the longest of the windows that are not frozen has been closing; 0 when none is',
    });
    this.missing = metrics.gauge({
      name: 'laurel_windows_barrier_waiting_seconds',
      help: 'For how long a partition has not come to a barrier; absent when it has come to all',
      labels: ['partition'],
    });
    this.frozen = metrics.counter({ name: 'laurel_windows_frozen_total', help: 'Windows whose standings were kept' });
  }

  windowFrozen(): void {
    this.frozen.inc();
  }

  closingNow(closing: readonly BoardWindowDocument[], missing: ReadonlyMap<number, number>): void {
    const now = this.clock.now();
    this.closing.set(closing.length);
    const first = Math.min(now, ...closing.flatMap(({ markedAt }) => markedAt ?? []));
    this.oldest.set((now - first) / 1_000);
    for (let partition = 0; partition < EVENTS_PARTITIONS; partition += 1) this.partition(partition, missing, now);
  }

  /** Another instance closes windows now. */
  forget(): void {
    this.closingNow([], new Map());
  }

  private partition(partition: number, missing: ReadonlyMap<number, number>, now: number): void {
    const since = missing.get(partition);
    const labels = { partition: String(partition) };
    if (since === undefined) {
      this.missing.remove(labels);
      this.alarmed.delete(partition);
      return;
    }
    this.missing.set(labels, (now - since) / 1_000);
    if (now - since < STALLED_MS || this.alarmed.has(partition)) return;
    this.alarmed.add(partition);
    this.log.error({ partition, runbook: 'docs/runbooks/window-does-not-close.md' }, 'windows.partition_stalls');
  }
}
