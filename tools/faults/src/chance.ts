/** Random choices that are the same for the same seed (mulberry32): a failure can be played again. */
export class Chance {
  #state: number;

  /** @param seed 0 to 2^32 − 1 */
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** An integer from `low` to below `high`. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low));
  }

  /** True with the given probability, 0 to 1. */
  happens(probability: number): boolean {
    return this.next() < probability;
  }

  /** A copy in another order. */
  shuffled<T>(items: readonly T[]): T[] {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last -= 1) {
      const other = this.between(0, last + 1);
      const [left, right] = [shuffled[last], shuffled[other]];
      if (left !== undefined && right !== undefined) [shuffled[last], shuffled[other]] = [right, left];
    }
    return shuffled;
  }

  /** A source of its own, so that what one part draws does not depend on how much another has drawn. */
  fork(): Chance {
    return new Chance(Math.floor(this.next() * 2 ** 32));
  }
}
