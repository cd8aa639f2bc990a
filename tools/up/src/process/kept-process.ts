import type { BackOff } from './back-off.ts';
import { backOffMs, nextRestart, restartBackOff } from './back-off.ts';
import type { Child, ChildFolders } from './child.ts';
import { describeExit, logFile, setLogAside, startChild } from './child.ts';
import type { LaunchSpec } from './launch-spec.ts';
import { logTail } from './log-tail.ts';
import { pause } from './wait.ts';

export interface KeptProcessOptions {
  /** Asked before every start. */
  readonly launch: () => LaunchSpec;
  /** Resolves when the process answers; must end when the signal fires (the process ended, or is to be stopped). */
  readonly ready: (signal: AbortSignal) => Promise<void>;
  readonly folders: ChildFolders;
  /** Told of ends, restarts and recoveries. */
  readonly notice: (text: string) => void;
  /** How often a process that never got ready is tried again before `start` fails. */
  readonly firstTries: number;
  readonly backOff?: BackOff;
}

/** A process that is started again, after a growing pause, whenever it ends without being asked to. */
export class KeptProcess {
  readonly #options: KeptProcessOptions;
  readonly #backOff: BackOff;
  readonly #stopping = new AbortController();
  #child: Child | undefined;
  #starting: Promise<void> = Promise.resolve();
  #watching: Promise<void> = Promise.resolve();
  #restarts = 0;

  constructor(options: KeptProcessOptions) {
    this.#options = options;
    this.#backOff = options.backOff ?? restartBackOff;
  }

  /** Starts the process, waits until it is ready, and from then on keeps it running. */
  start(): Promise<void> {
    this.#starting = this.#start();
    return this.#starting;
  }

  async #start(): Promise<void> {
    setLogAside(this.#options.folders.logsDir, this.#options.launch().name);
    for (let tried = 1; ; tried += 1) {
      const { child, failure } = await this.#startOnce();
      this.#stopping.signal.throwIfAborted();
      if (failure === undefined) {
        this.#watching = this.#keepRunning(child);
        return;
      }
      if (tried >= this.#options.firstTries) throw new Error(this.#withLog(failure));
      await pause(backOffMs(tried, this.#backOff), this.#stopping.signal);
    }
  }

  /** Ends the process and keeps it ended. Safe to call again, and while it starts or restarts. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping.abort(new Error('stopping'));
    await this.#child?.stop(graceMs);
    // A start that was under way has ended its own child by then; whoever called `start` is told.
    await this.#starting.catch(() => undefined);
    await this.#watching;
  }

  async #startOnce(): Promise<{ child: Child; failure?: string }> {
    const child = await startChild(this.#options.launch(), this.#options.folders);
    this.#child = child;
    const over = new AbortController();
    const end = child.exited.then((exit) => {
      over.abort(new Error(describeExit(exit)));
      return describeExit(exit);
    });
    const signal = AbortSignal.any([over.signal, this.#stopping.signal]);
    try {
      const ready = this.#options.ready(signal).then(() => undefined);
      const failure = await Promise.race([ready, end]);
      return failure === undefined ? { child } : { child, failure };
    } catch (error) {
      await child.stop(3_000);
      return { child, failure: error instanceof Error ? error.message : String(error) };
    }
  }

  async #keepRunning(first: Child): Promise<void> {
    let child = first;
    for (;;) {
      const readySince = performance.now();
      let end = describeExit(await child.exited);
      let readyForMs = performance.now() - readySince;
      for (;;) {
        if (this.#stopping.signal.aborted) return;
        this.#restarts = nextRestart(this.#restarts, readyForMs, this.#backOff);
        const waitMs = backOffMs(this.#restarts, this.#backOff);
        this.#options.notice(`${end}; restarting in ${(waitMs / 1000).toFixed(2)} s`);
        await pause(waitMs, this.#stopping.signal);
        if (this.#stopping.signal.aborted) return;
        const started = performance.now();
        const attempt = await this.#startOnce();
        if (attempt.failure === undefined) {
          this.#options.notice(`is ready again after ${((performance.now() - started) / 1000).toFixed(1)} s`);
          child = attempt.child;
          break;
        }
        end = attempt.failure;
        readyForMs = 0;
      }
    }
  }

  #withLog(failure: string): string {
    const file = logFile(this.#options.folders.logsDir, this.#options.launch().name);
    const tail = logTail(file, 8);
    return `${failure}. ${tail ? `Last lines of ${file}:\n${tail}` : `Its log, ${file}, is empty.`}`;
  }
}
