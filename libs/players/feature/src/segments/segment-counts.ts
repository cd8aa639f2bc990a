import { type Clock, Slots, systemClock } from '@laurel/kernel';
import { compileSegment } from '@laurel/rules-domain';
import { Injectable } from '@nestjs/common';
import { SegmentStore, type SegmentsInForce } from './segment-store.js';

/** How long a count is given again, ms. */
const FRESH_MS = 5_000;
/** Longest that counting may take, ms. */
const LIMIT_MS = 15_000;
/** Walks over players at a time, of all workspaces. */
const AT_ONCE = 2;
/** Most counts remembered; the oldest goes first. */
const CAPACITY = 1_000;

/** How many players segments have. */
export interface SegmentCount {
  /** By key; undefined where counting took too long. */
  readonly counts: ReadonlyMap<string, number> | undefined;
  /** When they were counted, ms. */
  readonly asOf: number;
}

/** Counts segments, each a few seconds anew: callers at the same time share one walk, and few walks go on at once. */
@Injectable()
export class SegmentCounts {
  private readonly clock: Clock = systemClock;
  private readonly slots = new Slots(AT_ONCE);
  private readonly known = new Map<string, { readonly at: number; readonly count: Promise<SegmentCount> }>();

  constructor(private readonly store: SegmentStore) {}

  /** @param keys of segments that are in force */
  async of(workspace: string, inForce: SegmentsInForce, keys: readonly string[]): Promise<SegmentCount> {
    const id = JSON.stringify([workspace, inForce.release, keys]);
    const before = this.known.get(id);
    if (before && this.clock.now() - before.at < FRESH_MS) return before.count;
    const count = this.slots.run(() => this.walk(workspace, inForce, keys));
    // While it runs it is fresh, however long it waits; from its end on, for as long as it is.
    this.known.set(id, { at: Infinity, count });
    try {
      const { asOf } = await count;
      this.known.delete(id);
      this.known.set(id, { at: asOf, count });
      const [oldest] = this.known.keys();
      if (this.known.size > CAPACITY && oldest !== undefined) this.known.delete(oldest);
      return await count;
    } catch (error) {
      this.known.delete(id);
      throw error;
    }
  }

  private async walk(workspace: string, inForce: SegmentsInForce, keys: readonly string[]): Promise<SegmentCount> {
    const asOf = this.clock.now();
    const named = inForce.segments.filter(({ key }) => keys.includes(key));
    const wanted = named.map((segment) => compileSegment(segment, inForce));
    const counts = await this.store.count(workspace, wanted, asOf, LIMIT_MS);
    return { counts: counts && new Map(wanted.map(({ key }, index) => [key, counts[index] ?? 0])), asOf };
  }
}
