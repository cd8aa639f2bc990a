import type { Clock } from '@laurel/kernel';

/** Least time between two reads of a view, ms: its watchers get at most one frame in this time. */
export const TICK_MS = 100;
/** A view that nothing woke is read after this all the same, ms: nothing missed stays missed. */
export const POLL_MS = 1_000;

/**
 * Says when a view is read: at once when something changed, but at most every 100 ms and never twice at a time; and every
 * second if nothing is heard.
 */
export class ViewTicker {
  private timer: NodeJS.Timeout | undefined;
  private startedAt = Number.NEGATIVE_INFINITY;
  private isRunning = false;
  private isWoken = false;
  private isStopped = false;

  /** @param tick must not reject */
  constructor(
    private readonly tick: () => Promise<void>,
    private readonly clock: Clock,
  ) {}

  /** Something may have changed. */
  wake(): void {
    if (this.isWoken) return;
    this.isWoken = true;
    if (!this.isRunning) this.schedule(TICK_MS);
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  /** Plans the next tick this long after the start of the last one. */
  private schedule(pauseMs: number): void {
    if (this.isStopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), Math.max(0, this.startedAt + pauseMs - this.clock.now()));
  }

  private async run(): Promise<void> {
    this.startedAt = this.clock.now();
    this.isWoken = false;
    this.isRunning = true;
    await this.tick();
    this.isRunning = false;
    // Changes during the tick may or may not be in what it read.
    this.schedule(this.isWoken ? TICK_MS : POLL_MS);
  }
}
