/** Each step is a fifth longer than the one before, from 1 ms to more than an hour: a percentile is at most a fifth too long. */
const GROWTH = 1.2;
export const LAG_STEPS = 84;

/** How many there were of each length. */
export class Lags {
  private readonly counts = new Map<number, number>();

  /** @param ms less than 0 is 0: clocks of two machines differ a little */
  add(ms: number, times = 1): void {
    const step = ms <= 1 ? 0 : Math.min(LAG_STEPS - 1, Math.ceil(Math.log(ms) / Math.log(GROWTH)));
    this.counts.set(step, (this.counts.get(step) ?? 0) + times);
  }

  join(other: Readonly<Record<string, number>>): void {
    for (const [step, times] of Object.entries(other)) {
      this.counts.set(Number(step), (this.counts.get(Number(step)) ?? 0) + times);
    }
  }

  /**
   * @param share 0.5 is the median
   * @returns ms, the end of the step in which it lies; null where there were none
   */
  percentile(share: number): number | null {
    const total = [...this.counts.values()].reduce((sum, times) => sum + times, 0);
    if (total === 0) return null;
    let seen = 0;
    for (const [step, times] of [...this.counts].sort(([left], [right]) => left - right)) {
      seen += times;
      if (seen >= share * total) return Math.round(GROWTH ** step);
    }
    return null;
  }

  toCounts(): Record<string, number> {
    return Object.fromEntries(this.counts);
  }
}
