import type { Clock } from '@laurel/kernel';

/** How often a view is read. Times in ms. */
export interface ViewPace {
  /** Least time between two reads of a view: its watchers get at most one frame in this time. */
  readonly tickMs: number;
  /** A view that nothing woke is read after this all the same: nothing missed stays missed. */
  readonly pollMs: number;
}

export const VIEW_PACE: ViewPace = { tickMs: 100, pollMs: 1_000 };

/**
 * Says when a view is read: at once when something changed, but not before the tick is over and never twice at a time; and after
 * the poll's time if nothing is heard.
 */
export class ViewTicker {
  private timer: NodeJS.Timeout | undefined;
  private startedAt = Number.NEGATIVE_INFINITY;
  private isRunning = false;
  private isWoken = false;
  private isResting = false;
  private isStopped = false;

  /** @param tick must not reject */
  constructor(
    private readonly tick: () => Promise<void>,
    private readonly clock: Clock,
    private readonly pace: ViewPace = VIEW_PACE,
  ) {}

  /** Something may have changed. */
  wake(): void {
    if (this.isWoken) return;
    this.isWoken = true;
    this.isResting = false;
    if (!this.isRunning) this.schedule(this.pace.tickMs);
  }

  /** Ticks no more until it is woken. */
  rest(): void {
    this.isResting = true;
    this.isWoken = false;
    clearTimeout(this.timer);
  }

  /** The view was read just now, by other means. */
  wasRead(): void {
    this.startedAt = this.clock.now();
    if (!this.isRunning) this.schedule(this.isWoken ? this.pace.tickMs : this.pace.pollMs);
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  /** Plans the next tick this long after the start of the last one. */
  private schedule(pauseMs: number): void {
    if (this.isStopped || this.isResting) return;
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
    this.schedule(this.isWoken ? this.pace.tickMs : this.pace.pollMs);
  }
}
