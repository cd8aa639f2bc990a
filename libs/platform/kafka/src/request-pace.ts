/**
 * When the next request may go out: so many at once, then one per interval. A lone call never waits, and a crowd shares
 * requests, each of which costs client and broker as much as several messages.
 */
export class RequestPace {
  /** When all that went out would be paid for, ms. */
  private paidAt = 0;

  constructor(
    private readonly burst: number,
    private readonly intervalMs: number,
  ) {}

  /** How long the next request should wait, ms; 0 when it may go now. */
  waitMs(nowMs: number): number {
    return Math.max(0, this.paidAt - (this.burst - 1) * this.intervalMs - nowMs);
  }

  /** Notes a request that goes out now. */
  sent(nowMs: number): void {
    this.paidAt = Math.max(this.paidAt, nowMs) + this.intervalMs;
  }
}
