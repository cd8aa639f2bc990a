import { type Latency, LatencyHistogram } from '../measure/latency-histogram.ts';

/** What a request achieved, or in one word why it achieved nothing. */
export type Verdict = { readonly items: number } | { readonly failure: string };

export interface LoadReport {
  readonly requests: number;
  readonly answered: number;
  /** Events accepted, or pages read. */
  readonly items: number;
  /** Requests that failed, by status or cause. */
  readonly failures: Readonly<Record<string, number>>;
  /** From the first request to the last answer. */
  readonly seconds: number;
  /** Of requests that succeeded: from when they were due to their answer. */
  readonly latency: Latency;
  /** From when requests were due to when they were sent: includes waiting for a free connection. */
  readonly lateness: Latency;
}

/** Adds up one run of load. */
export class LoadRecorder {
  readonly #latency = new LatencyHistogram();
  readonly #lateness = new LatencyHistogram();
  readonly #failures = new Map<string, number>();
  readonly #start = performance.now();
  #lastAnswer = this.#start;
  #sent = 0;
  #answered = 0;
  #items = 0;

  get sentCount(): number {
    return this.#sent;
  }

  sent(lateMs: number): void {
    this.#sent += 1;
    this.#lateness.record(lateMs);
  }

  settled(latencyMs: number, verdict: Verdict): void {
    this.#lastAnswer = performance.now();
    if ('failure' in verdict) return this.#fail(verdict.failure, 1);
    this.#answered += 1;
    this.#items += verdict.items;
    this.#latency.record(latencyMs);
  }

  /** Requests that were due and never sent. */
  leftOut(count: number): void {
    if (count > 0) this.#fail('not sent', count);
  }

  report(): LoadReport {
    const failed = [...this.#failures.values()].reduce((sum, count) => sum + count, 0);
    return {
      requests: this.#answered + failed,
      answered: this.#answered,
      items: this.#items,
      failures: Object.fromEntries(this.#failures),
      seconds: (this.#lastAnswer - this.#start) / 1_000,
      latency: this.#latency.summary(),
      lateness: this.#lateness.summary(),
    };
  }

  #fail(cause: string, count: number): void {
    this.#failures.set(cause, (this.#failures.get(cause) ?? 0) + count);
  }
}
