import type { Clock } from '@laurel/kernel';

/** So many at once, and so many per second after that. */
export class TokenBucket {
  private left: number;
  private filledAt: number;

  /** @param burst how many at once, when nothing was taken for a while */
  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    private readonly clock: Clock,
  ) {
    this.left = burst;
    this.filledAt = clock.now();
  }

  /** False when there is none left. */
  take(): boolean {
    const now = this.clock.now();
    // A clock that is set back gives nothing, and takes nothing away.
    const gained = (Math.max(now - this.filledAt, 0) / 1_000) * this.perSecond;
    this.left = Math.min(this.left + gained, this.burst);
    this.filledAt = now;
    if (this.left < 1) return false;
    this.left -= 1;
    return true;
  }
}
