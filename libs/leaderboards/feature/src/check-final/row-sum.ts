import { createHash } from 'node:crypto';
import { SEPARATOR } from '@laurel/contracts';
import type { BoardDefinition } from '@laurel/leaderboards-domain';
import type { FoundRow } from '../freeze-window/window-rows.js';

const BYTES = 32;

/** How many rows, and which, in whatever order they come: as large for a million as for one. */
export class RowSum {
  count = 0;
  private readonly mixed = Buffer.alloc(BYTES);

  constructor(private readonly board: Pick<BoardDefinition, 'ties'>) {}

  add({ playerId, score, columns, reachedAt, parts = [] }: FoundRow): void {
    // Where places are shared, the time plays no part, and ranks do not keep it.
    const time = this.board.ties.then === 'shared' ? null : reachedAt;
    const text = JSON.stringify([score, columns, time, parts]) + SEPARATOR + playerId;
    const digest = createHash('sha256').update(text).digest();
    for (let index = 0; index < BYTES; index += 1) {
      this.mixed[index] = (this.mixed[index] ?? 0) ^ (digest[index] ?? 0);
    }
    this.count += 1;
  }

  equals(other: RowSum): boolean {
    return this.count === other.count && this.mixed.equals(other.mixed);
  }

  /** A few characters that tell two sums apart, for people. */
  toString(): string {
    return `${this.count} rows (${this.mixed.toString('hex', 0, 4)})`;
  }
}
