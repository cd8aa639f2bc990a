import type { Socket } from 'node:net';
import type { Chance } from '../chance.ts';
import { type FaultMode, paceOf } from './fault-mode.ts';

export interface PumpOptions {
  readonly from: Socket;
  readonly to: Socket;
  /** Asked before each piece: a change counts at once, also for bytes that wait. */
  readonly mode: () => FaultMode;
  readonly chance: Chance;
  /** Told of bytes handed on. */
  readonly passed: (bytes: number) => void;
}

/** Bytes that wait before the sender is held up. */
const HIGH_WATER_BYTES = 262_144;

/** Hands the bytes of one direction on, by the mode; holds the sender up where the receiver is slow. */
export class Pump {
  readonly #options: PumpOptions;
  readonly #queue: { readonly chunk: Buffer; readonly arrivedAt: number; readonly jitter: number }[] = [];
  #waitingBytes = 0;
  #ended = false;
  #closed = false;
  #swallowed = false;
  #wake: () => void = () => undefined;

  constructor(options: PumpOptions) {
    this.#options = options;
    const { from, to, chance } = options;
    from.on('data', (chunk: Buffer) => {
      this.#queue.push({ chunk, arrivedAt: performance.now(), jitter: chance.next() });
      this.#waitingBytes += chunk.length;
      if (this.#waitingBytes > HIGH_WATER_BYTES) from.pause();
      this.#wake();
    });
    from.on('end', () => {
      this.#ended = true;
      this.#wake();
    });
    to.on('drain', () => this.#wake());
    void this.#run();
  }

  /** Bytes were lost on the way: whoever reads on would read nonsense. */
  get swallowed(): boolean {
    return this.#swallowed;
  }

  get waitingBytes(): number {
    return this.#waitingBytes;
  }

  /** The mode may have changed: what waits is looked at again. */
  wake(): void {
    this.#wake();
  }

  close(): void {
    this.#closed = true;
    this.#wake();
  }

  async #run(): Promise<void> {
    const { to } = this.#options;
    while (!this.#closed) {
      const [head] = this.#queue;
      const heldMs = head ? this.#heldMs(head) : undefined;
      if (!head && this.#ended) {
        to.end();
        return;
      }
      if (!head || to.writableNeedDrain) await this.#wait();
      else if (heldMs) await this.#wait(heldMs);
      else await this.#handOn(head.chunk);
    }
  }

  #heldMs({ arrivedAt, jitter }: { readonly arrivedAt: number; readonly jitter: number }): number {
    const mode = this.#options.mode();
    if (mode.kind !== 'latency') return 0;
    return Math.max(0, arrivedAt + mode.ms + jitter * (mode.jitterMs ?? 0) - performance.now());
  }

  /** Writes the next piece of the first chunk, and leaves the rest of it in front. */
  async #handOn(chunk: Buffer): Promise<void> {
    const { from, to, mode, passed } = this.#options;
    const current = mode();
    const { bytes, pauseMs } = paceOf(current);
    const piece = chunk.subarray(0, bytes);
    const rest = chunk.subarray(piece.length);
    const [head] = this.#queue;
    if (head && rest.length > 0) this.#queue[0] = { ...head, chunk: rest };
    else this.#queue.shift();
    this.#waitingBytes -= piece.length;
    if (this.#waitingBytes < HIGH_WATER_BYTES / 2 && from.isPaused()) from.resume();
    if (current.kind === 'blackHole') {
      this.#swallowed = true;
      return;
    }
    to.write(piece);
    passed(piece.length);
    if (pauseMs > 0) await this.#pause(pauseMs);
  }

  /** Until the time is over, or the mode changes: what arrives meanwhile does not cut a pause short. */
  async #pause(ms: number): Promise<void> {
    const mode = this.#options.mode();
    const over = performance.now() + ms;
    while (!this.#closed && this.#options.mode() === mode && performance.now() < over) {
      await this.#wait(over - performance.now());
    }
  }

  #wait(ms?: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = ms === undefined ? undefined : setTimeout(resolve, Math.ceil(ms));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
