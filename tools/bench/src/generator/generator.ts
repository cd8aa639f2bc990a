import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { GeneratorAnswer, Job, ReportOf } from './jobs.ts';

/** A load generator in a process of its own, as its owner sees it. */
export class Generator {
  readonly #child: ChildProcess;

  constructor() {
    this.#child = fork(join(import.meta.dirname, 'generator-main.ts'), [], { execArgv: [], serialization: 'advanced' });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /**
   * Runs a job to its end.
   *
   * @throws Error when the job fails, the process ends, or `signal` fires
   */
  async run<J extends Job>(job: J, signal: AbortSignal): Promise<ReportOf<J>> {
    const over = new AbortController();
    const ended = once(this.#child, 'exit', { signal: over.signal }).then((): never => {
      throw new Error('the load generator ended by itself');
    });
    const aborted = once(signal, 'abort', { signal: over.signal }).then((): never => {
      throw new Error('interrupted');
    });
    for (const promise of [ended, aborted]) promise.catch(() => undefined);
    try {
      signal.throwIfAborted();
      const answered = once(this.#child, 'message', { signal: over.signal });
      answered.catch(() => undefined);
      this.#child.send(job);
      const [answer] = (await Promise.race([answered, ended, aborted])) as [GeneratorAnswer];
      if (answer.kind === 'failed') throw new Error(`the load generator failed: ${answer.reason}`);
      return answer.report as ReportOf<J>;
    } finally {
      over.abort();
    }
  }

  stop(): void {
    this.#child.kill('SIGKILL');
  }
}
