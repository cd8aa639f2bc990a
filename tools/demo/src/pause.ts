import { setTimeout as delay } from 'node:timers/promises';

/** Waits; rejects with an AbortError as soon as the signal aborts. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> => delay(ms, undefined, { signal });

const FIRST_MS = 200;
const LONGEST_MS = 5_000;

/** How long to wait before attempt `attempt` + 1 (the first is 0): doubling, up to 5 s. */
export const backOffMs = (attempt: number): number => Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
