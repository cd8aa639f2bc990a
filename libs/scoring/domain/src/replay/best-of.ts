/** Keeps the best few of many, in their order; memory is that of those few. */
export class BestOf<T> {
  private readonly kept: T[] = [];

  /**
   * @param size how many are kept
   * @param compare negative when the first is better; never 0 for two different ones, if which is kept is to be certain
   */
  constructor(
    private readonly size: number,
    private readonly compare: (left: T, right: T) => number,
  ) {}

  add(item: T): void {
    const last = this.kept.at(-1);
    if (last !== undefined && this.kept.length >= this.size && this.compare(item, last) >= 0) return;
    const place = this.kept.findIndex((each) => this.compare(item, each) < 0);
    this.kept.splice(place < 0 ? this.kept.length : place, 0, item);
    if (this.kept.length > this.size) this.kept.pop();
  }

  get list(): readonly T[] {
    return this.kept;
  }
}
