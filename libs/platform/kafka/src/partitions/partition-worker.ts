import type { Log, Slots } from '@laurel/kernel';
import { BatchSize } from './batch-size.js';
import { MessageQueue } from './message-queue.js';
import {
  type LogMessage,
  OutageError,
  type PartitionFetching,
  type PartitionHandlers,
  type PartitionProgress,
  type Resume,
} from './partition-handler.js';

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

/**
 * Processes one assigned partition, strictly one call at a time: `assigned`, then batches and ticks, `released` in the end.
 * Fetching runs ahead into a bounded queue, so that one slow partition never holds up the others. After a failure everything
 * fetched is dropped and the partition starts again from `assigned`.
 */
export class PartitionWorker {
  private readonly queue = new MessageQueue();
  private readonly size: BatchSize;
  private accepting = false;
  private paused = true;
  private held = false;
  private closing = false;
  private failures = 0;
  /** Offset of the next message to process. */
  private position: number | undefined;
  /** Offset behind the last message that the log is known to hold. */
  private logEnd = 0;
  /** Append time of the first message of the batch that is under way, or that failed. */
  private oldestAt: number | undefined;
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
    this.size = new BatchSize(settings.maxBatch);
    this.done = after.then(() => this.work());
  }

  /** Whether its handler wants no batches now. */
  get isHeld(): boolean {
    return this.held;
  }

  progress(): PartitionProgress {
    const { partition, position } = this;
    const waiting = position === undefined ? undefined : Math.max(0, this.logEnd - position);
    return { partition, waiting, oldestAt: waiting === 0 ? undefined : (this.oldestAt ?? this.queue.first?.timestamp) };
  }

  /** Notes where the log ends, as the broker said last. */
  sawLogEnd(offset: number): void {
    this.logEnd = offset;
  }

  /** Takes fetched messages; drops them while the partition is being (re)started. */
  offer(messages: readonly LogMessage[]): void {
    if (!this.accepting) return;
    this.queue.push(messages);
    if (this.queue.isFull() && !this.paused) {
      this.paused = true;
      this.fetching.pause();
    }
    this.wake();
  }

  /** Stops after the call under way; resolves when nothing of this worker runs any more. */
  close(): Promise<void> {
    this.closing = true;
    this.accepting = false;
    this.queue.clear();
    this.wake();
    return this.done;
  }

  private async work(): Promise<void> {
    if (this.closing) return;
    await this.run();
    await this.handlers.released(this.partition).catch((error: unknown) => {
      this.log.warn({ partition: this.partition, reason: String(error) }, 'partition.not_released');
    });
  }

  private async run(): Promise<void> {
    while (!this.closing) {
      try {
        const resume = await this.handlers.assigned(this.partition);
        if (this.closing) return;
        if (resume.kind === 'halted') return await this.untilClosed();
        this.startFetching(resume.offset);
        const halted = await this.processQueue();
        this.stopFetching();
        if (halted) return await this.untilClosed();
      } catch (error) {
        this.stopFetching();
        this.failures += 1;
        const { partition, failures } = this;
        const waitMs = Math.min(this.settings.retryMs * 2 ** (failures - 1), this.settings.maxRetryMs);
        const reason = error instanceof Error ? error.message : String(error);
        this.log.warn({ partition, failures, waitMs, reason }, 'partition.restarting');
        await this.wakeOrAfter(waitMs);
      }
    }
  }

  /** @returns true when the handler halted the partition */
  private async processQueue(): Promise<boolean> {
    let lastTick = performance.now();
    while (!this.closing) {
      if (performance.now() - lastTick >= this.settings.tickMs) {
        const verdict = await this.handlers.tick(this.partition);
        this.held = verdict?.kind === 'hold';
        lastTick = performance.now();
      }
      if (this.queue.length === 0 || this.held) {
        await this.wakeOrAfter(Math.max(1, this.settings.tickMs - (performance.now() - lastTick)));
        continue;
      }
      const verdict = await this.settings.slots.run(() => this.processBatch());
      if (verdict?.kind === 'halted') return true;
      if (this.paused && this.queue.isLow() && !this.closing) {
        this.paused = false;
        this.fetching.resume();
      }
    }
    return false;
  }

  /** The batch is taken when its turn has come: what arrived while it waited is in it. */
  private async processBatch(): Promise<Resume | undefined> {
    const messages = this.closing ? [] : this.queue.take(this.size.next);
    const [first] = messages;
    const last = messages.at(-1);
    if (!first || !last) return undefined;
    this.oldestAt = first.timestamp;
    try {
      const attempt = this.size.attemptsAt(first.offset);
      const verdict = await this.handlers.batch({ partition: this.partition, messages, attempt });
      if (verdict?.kind === 'halted') return verdict;
    } catch (error) {
      const isAttempt = !(error instanceof OutageError);
      this.size.failed(first.offset, last.offset, messages.length, isAttempt);
      // The next one is smaller: there is no reason to wait for it longer than this time.
      if (isAttempt && messages.length > 1) this.failures = 0;
      throw error;
    }
    this.oldestAt = undefined;
    this.position = last.offset + 1;
    if (this.size.succeeded(last.offset)) this.failures = 0;
    return undefined;
  }

  private startFetching(offset: number): void {
    this.queue.clear();
    this.position = offset;
    this.fetching.seek(offset);
    this.accepting = true;
    this.paused = false;
    this.fetching.resume();
  }

  private stopFetching(): void {
    this.accepting = false;
    this.queue.clear();
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
