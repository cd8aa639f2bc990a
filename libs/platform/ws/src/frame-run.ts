import { randomBytes } from 'node:crypto';
import type { LivePosition } from '@laurel/contracts';

/** How much of a run is held for those who come back. */
export interface FrameRunLimits {
  readonly frames: number;
  /** Of the encoded frames together. */
  readonly bytes: number;
}

export const FRAME_RUN_LIMITS: FrameRunLimits = { frames: 256, bytes: 256 * 1024 };

/**
 * One unbroken run of changes to what is watched, and the last of them as they were sent: who saw one of them gets those after it,
 * or learns that they are not all held any more. It never gives a part.
 */
export class FrameRun {
  private held: Buffer[] = [];
  private heldBytes = 0;
  private at: LivePosition;

  constructor(
    private readonly limits: FrameRunLimits = FRAME_RUN_LIMITS,
    private readonly newEpoch: () => string = randomEpoch,
  ) {
    this.at = { epoch: newEpoch(), seq: 1 };
  }

  /** Of the last change, or of the snapshot that the run began with. */
  get position(): LivePosition {
    return this.at;
  }

  /** Begins another run: what was sent before leads nowhere. */
  restart(): LivePosition {
    this.held = [];
    this.heldBytes = 0;
    this.at = { epoch: this.newEpoch(), seq: 1 };
    return this.at;
  }

  /** Takes the next change, encoded with its position, and gives it back. */
  push(encode: (at: LivePosition) => Buffer): Buffer {
    const next = { epoch: this.at.epoch, seq: this.at.seq + 1 };
    const frame = encode(next);
    this.at = next;
    this.held.push(frame);
    this.heldBytes += frame.length;
    while (this.held.length > this.limits.frames || this.heldBytes > this.limits.bytes) {
      this.heldBytes -= this.held.shift()?.length ?? 0;
    }
    return frame;
  }

  /**
   * @returns every change after the position, in order, none if it is the last; undefined when it is of another run, ahead of this
   *   one, or so old that changes after it are gone: only a snapshot helps then
   */
  after({ epoch, seq }: LivePosition): readonly Buffer[] | undefined {
    const missing = this.at.seq - seq;
    if (epoch !== this.at.epoch || !Number.isInteger(seq) || seq < 1) return undefined;
    if (missing < 0 || missing > this.held.length) return undefined;
    return this.held.slice(this.held.length - missing);
  }
}

const randomEpoch = (): string => randomBytes(6).toString('base64url');
