import { DistinctCount } from './distinct-count.js';
import { Lags } from './lags.js';

/** What was decided of events, as sums. */
export class ActivityTally {
  private readonly byStatus = new Map<string, number>();
  private refusals = 0;
  readonly lags = new Lags();
  readonly players = new DistinctCount();

  countEvent(status: string, times = 1): void {
    this.byStatus.set(status, (this.byStatus.get(status) ?? 0) + times);
  }

  countRefused(times: number): void {
    this.refusals += times;
  }

  join(other: ActivityTally): void {
    for (const [status, times] of other.byStatus) this.countEvent(status, times);
    this.refusals += other.refusals;
    this.lags.join(other.lags.toCounts());
    this.players.join(other.players);
  }

  /** By status; none without any. */
  get events(): Record<string, number> {
    return Object.fromEntries([...this.byStatus].sort(([left], [right]) => left.localeCompare(right)));
  }

  get total(): number {
    return [...this.byStatus.values()].reduce((sum, times) => sum + times, 0);
  }

  get refused(): number {
    return this.refusals;
  }
}
