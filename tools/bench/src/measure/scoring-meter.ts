import { setTimeout as delay } from 'node:timers/promises';
import { type Scrape, parseScrape, total } from './prometheus.ts';
import type { Sample } from './samples.ts';

const POLL_MS = 500;
const DRAIN_POLL_MS = 100;
const SCRAPE_TIMEOUT_MS = 5_000;

/** Events processed up to a scrape, whatever became of them. */
export const processedBy = (scrape: Scrape): number => total(scrape, 'laurel_scoring_events_total');

/** Follows how many events the scoring service has processed, whatever became of them, by its metrics. */
export class ScoringMeter {
  readonly #url: string;
  readonly #signal: AbortSignal;

  constructor(scoringUrl: string, signal: AbortSignal) {
    this.#url = `${scoringUrl}/metrics`;
    this.#signal = signal;
  }

  async scrape(): Promise<Scrape> {
    const signal = AbortSignal.any([this.#signal, AbortSignal.timeout(SCRAPE_TIMEOUT_MS)]);
    const response = await fetch(this.#url, { signal });
    return parseScrape(await response.text());
  }

  async processed(): Promise<number> {
    return processedBy(await this.scrape());
  }

  /** Polls while `work` runs. */
  async during<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly samples: readonly Sample[] }> {
    const samples: Sample[] = [];
    const over = new AbortController();
    const polling = this.#poll(samples, over.signal);
    try {
      return { result: await work(), samples };
    } finally {
      over.abort();
      await polling;
    }
  }

  /**
   * Waits until `wanted` events have been processed since the service started.
   *
   * @throws Error when that takes longer than `timeoutMs`
   */
  async drained(wanted: number, timeoutMs: number): Promise<void> {
    const deadline = performance.now() + timeoutMs;
    for (let processed = await this.processed(); processed < wanted; processed = await this.processed()) {
      if (performance.now() > deadline) {
        throw new Error(`after ${timeoutMs / 1_000} s, ${wanted - processed} accepted events are not scored yet`);
      }
      await delay(DRAIN_POLL_MS, undefined, { signal: this.#signal });
    }
  }

  async #poll(samples: Sample[], over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      const value = await this.processed().catch(() => undefined);
      if (value !== undefined) samples.push({ atMs: performance.now(), value });
      await delay(POLL_MS, undefined, { signal: over }).catch(() => undefined);
    }
  }
}
