/**
 * How large the next batch of a partition may be: as large as can be, until one fails. Then half as large each time, so that a
 * batch that can never be committed as a whole is cut down to the message that is to blame. Behind it, batches grow again.
 */
export class BatchSize {
  private limit: number;
  /** Last offset of the batch that failed last: the culprit is not behind it. */
  private suspectUntil = -1;
  private furthest = -1;
  private failedAt = -1;
  private attempts = 0;

  constructor(private readonly most: number) {
    this.limit = most;
  }

  /** Most messages of the next batch. */
  get next(): number {
    return this.limit;
  }

  /** How often a batch that begins at this offset has failed. */
  attemptsAt(offset: number): number {
    return offset === this.failedAt ? this.attempts : 0;
  }

  /**
   * A batch failed.
   *
   * @param isAttempt false when its messages can't be to blame: they are not tried more often for it
   */
  failed(first: number, last: number, count: number, isAttempt: boolean): void {
    this.limit = Math.max(1, Math.floor(count / 2));
    this.suspectUntil = last;
    if (!isAttempt) return;
    this.attempts = this.attemptsAt(first) + 1;
    this.failedAt = first;
  }

  /** A batch succeeded. @returns whether it went further than any before: the first one after a restart may not */
  succeeded(last: number): boolean {
    if (last >= this.suspectUntil) this.limit = Math.min(this.most, this.limit * 2);
    const isProgress = last > this.furthest;
    this.furthest = Math.max(this.furthest, last);
    return isProgress;
  }
}
