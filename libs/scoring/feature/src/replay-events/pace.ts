import { setImmediate as nextTurn } from 'node:timers/promises';

/** Longest stretch of work without a pause, ms: what else the process does waits for so long. */
const STRETCH_MS = 8;

/** How work that takes long goes along beside what else its process does. */
export class Pace {
  private since = performance.now();

  /** @param signal ends the work where it pauses next */
  constructor(private readonly signal?: AbortSignal) {}

  /** Whether it is time to pause; asking costs little. */
  get isDue(): boolean {
    return performance.now() - this.since >= STRETCH_MS;
  }

  /**
   * Lets everything else that is ready run.
   *
   * @throws the reason of the signal, when it was given
   */
  async pause(): Promise<void> {
    await nextTurn();
    this.signal?.throwIfAborted();
    this.since = performance.now();
  }
}
