import type { LivePosition, ServerFrame } from '@laurel/contracts';
import type { CrowdReport } from './jobs.ts';

export type Position = LivePosition;

/** Counts what all connections of a crowd get. */
export class CrowdCount {
  readonly #sum = { lost: 0, deltas: 0, rows: 0, gaps: 0, skips: 0 };
  #lastData: Buffer = Buffer.alloc(0);
  #lastFrame: ServerFrame = { type: 'ready' };

  get total(): Omit<CrowdReport, 'open'> {
    return { ...this.#sum };
  }

  /** Reads a frame. The same one comes to all who watch, most often to one after the other: it is parsed once. */
  read(data: Buffer): ServerFrame {
    if (!data.equals(this.#lastData)) {
      this.#lastFrame = JSON.parse(data.toString()) as ServerFrame;
      this.#lastData = Buffer.from(data);
    }
    return this.#lastFrame;
  }

  lose(): void {
    this.#sum.lost += 1;
  }

  /** @returns where the connection is after this frame */
  take(frame: ServerFrame, before: Position | undefined): Position | undefined {
    if (frame.type === 'snapshot') {
      // Of the same run: it stands for deltas that this connection did not get.
      if (before?.epoch === frame.epoch) this.#sum.skips += 1;
      return frame;
    }
    if (frame.type !== 'delta') return before;
    this.#sum.deltas += 1;
    if ('changed' in frame) this.#sum.rows += frame.changed.length + frame.removed.length;
    if (frame.epoch !== before?.epoch || frame.seq !== before.seq + 1) this.#sum.gaps += 1;
    return frame;
  }
}
