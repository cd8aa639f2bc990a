import type { Log, Slots } from '@laurel/kernel';
import type { LogMessage, PartitionFetching, PartitionHandlers, Resume } from './partition-handler.js';

export interface WorkerSettings {
  /** Most messages given to one `batch` call. */
  readonly maxBatch: number;
  /** Shared by all workers: how many of them process a batch at a time. */
  readonly slots: Slots;
  /** Longest time between two `tick` calls, in ms. */
  readonly tickMs: number;
  /** Wait after a failure before starting again, in ms; doubles up to `maxRetryMs`. */
  readonly retryMs: number;
  readonly maxRetryMs: number;
}

const QUEUE_HIGH = 4_000;
const QUEUE_LOW = 1_000;

/**
 * Processes one assigned partition, strictly one call at a time: `assigned`, then batches and ticks. Fetching runs ahead into
 * a bounded queue, so that one slow partition never holds up the others. After a failure everything fetched is dropped and
 * the partition starts again from `assigned`.
 */
export class PartitionWorker {
  private queue: LogMessage[] = [];
  private accepting = false;
  private paused = true;
  private closing = false;
  private wake: () => void = () => undefined;
  private readonly done: Promise<void>;

  constructor(
    readonly partition: number,
    private readonly handlers: PartitionHandlers,
    private readonly fetching: PartitionFetching,
    private readonly settings: WorkerSettings,
    private readonly log: Log,
    after: Promise<void>,
  ) {
    this.done = after.then(() => this.run());
  }

  /** Takes fetched messages; drops them while the partition is being (re)started. */
  offer(messages: readonly LogMessage[]): void {
    if (!this.accepting) return;
    this.queue.push(...messages);
    if (this.queue.length > QUEUE_HIGH && !this.paused) {
      this.paused = true;
      this.fetching.pause();
    }
    this.wake();
  }

  /** Stops after the call under way; resolves when nothing of this worker runs any more. */
  close(): Promise<void> {
    this.closing = true;
    this.accepting = false;
    this.wake();
    return this.done;
  }

  private async run(): Promise<void> {
    let failures = 0;
    while (!this.closing) {
      try {
        const resume = await this.handlers.assigned(this.partition);
        if (this.closing) return;
        if (resume.kind === 'halted') return await this.untilClosed();
        this.startFetching(resume.offset);
        const halted = await this.processQueue(() => (failures = 0));
        this.stopFetching();
        if (halted) return await this.untilClosed();
      } catch (error) {
        this.stopFetching();
        failures += 1;
        const waitMs = Math.min(this.settings.retryMs * 2 ** (failures - 1), this.settings.maxRetryMs);
        const reason = error instanceof Error ? error.message : String(error);
        this.log.warn({ partition: this.partition, failures, waitMs, reason }, 'partition.restarting');
        await this.wakeOrAfter(waitMs);
      }
    }
  }

  /** @returns true when the handler halted the partition */
  private async processQueue(onSuccess: () => void): Promise<boolean> {
    let lastTick = performance.now();
    while (!this.closing) {
      if (performance.now() - lastTick >= this.settings.tickMs) {
        await this.handlers.tick(this.partition);
        lastTick = performance.now();
      }
      if (this.queue.length === 0) {
        await this.wakeOrAfter(Math.max(1, this.settings.tickMs - (performance.now() - lastTick)));
        continue;
      }
      const verdict = await this.settings.slots.run(() => this.processBatch());
      if (verdict?.kind === 'halted') return true;
      onSuccess();
      if (this.paused && this.queue.length < QUEUE_LOW) {
        this.paused = false;
        this.fetching.resume();
      }
    }
    return false;
  }

  /** The batch is taken when its turn has come: what arrived while it waited is in it. */
  private async processBatch(): Promise<Resume | undefined> {
    if (this.closing) return undefined;
    const messages = this.queue.splice(0, this.settings.maxBatch);
    return this.handlers.batch({ partition: this.partition, messages });
  }

  private startFetching(offset: number): void {
    this.queue = [];
    this.fetching.seek(offset);
    this.accepting = true;
    this.paused = false;
    this.fetching.resume();
  }

  private stopFetching(): void {
    this.accepting = false;
    this.queue = [];
    if (this.paused || this.closing) return;
    this.paused = true;
    this.fetching.pause();
  }

  private async untilClosed(): Promise<void> {
    while (!this.closing) await this.wakeOrAfter(this.settings.maxRetryMs);
  }

  /** Waits until something was offered, the worker is closed, or the time is over. */
  private wakeOrAfter(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
