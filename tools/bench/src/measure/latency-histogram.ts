import { createHistogram } from 'node:perf_hooks';

/** Latencies in ms; zero everywhere when nothing was recorded. */
export interface Latency {
  readonly count: number;
  readonly mean: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

const MICROSECONDS_PER_MS = 1_000;
const LONGEST_US = 3_600_000_000;
const DIGITS = 3;

/** Collects latencies in bounded memory (an HDR histogram): percentiles are right to three digits. */
export class LatencyHistogram {
  readonly #histogram = createHistogram({ lowest: 1, highest: LONGEST_US, figures: DIGITS });

  record(ms: number): void {
    const us = Math.round(ms * MICROSECONDS_PER_MS);
    this.#histogram.record(Math.min(LONGEST_US, Math.max(1, us)));
  }

  summary(): Latency {
    const { count } = this.#histogram;
    if (count === 0) return { count, mean: 0, p50: 0, p99: 0, max: 0 };
    return {
      count,
      mean: this.#histogram.mean / MICROSECONDS_PER_MS,
      p50: this.#histogram.percentile(50) / MICROSECONDS_PER_MS,
      p99: this.#histogram.percentile(99) / MICROSECONDS_PER_MS,
      max: this.#histogram.max / MICROSECONDS_PER_MS,
    };
  }
}
