import type { TopicRange } from '@laurel/platform-kafka';

const BITS = 8;

/** Which offsets of one epoch have a record: a bit each. */
export class RecordedOffsets {
  private readonly bits: Uint8Array;

  /** @param end the offset behind the last that may have one */
  constructor(private readonly end: number) {
    this.bits = new Uint8Array(Math.ceil(end / BITS));
  }

  /** @returns false when it was there already */
  add(offset: number): boolean {
    const [index, mask] = [Math.floor(offset / BITS), 1 << (offset % BITS)];
    const before = this.bits[index] ?? 0;
    this.bits[index] = before | mask;
    return (before & mask) === 0;
  }

  /** The offsets from one on that have no record, at most `limit` ranges of them. */
  missing(partition: number, from: number, limit: number): TopicRange[] {
    const ranges: TopicRange[] = [];
    for (let offset = from; offset < this.end && ranges.length < limit; offset += 1) {
      if (this.has(offset)) continue;
      const low = offset;
      while (offset < this.end && !this.has(offset)) offset += 1;
      ranges.push({ partition, low, high: offset });
    }
    return ranges;
  }

  private has(offset: number): boolean {
    return ((this.bits[Math.floor(offset / BITS)] ?? 0) & (1 << (offset % BITS))) !== 0;
  }
}
