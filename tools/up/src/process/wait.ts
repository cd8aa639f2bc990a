import { setTimeout as delay } from 'node:timers/promises';

/** Waits without keeping a stopped launcher alive; ends early, without throwing, when the signal fires. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, signal ? { signal } : {});
  } catch {
    // Aborted: the caller looks at the signal.
  }
}

export interface WaitOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  readonly intervalMs?: number;
}

/**
 * Tries until `attempt` gives something other than `undefined`.
 * An attempt that throws counts as "not yet"; its message is told when time runs out.
 * @throws Error when the time is over; the signal's reason when it fires.
 */
export async function waitFor<T>(attempt: () => Promise<T | undefined>, options: WaitOptions): Promise<T> {
  const deadline = performance.now() + options.timeoutMs;
  let last = '';
  for (;;) {
    options.signal?.throwIfAborted();
    try {
      const result = await attempt();
      if (result !== undefined) return result;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    options.signal?.throwIfAborted();
    if (performance.now() >= deadline) {
      throw new Error(`not ready after ${Math.round(options.timeoutMs / 1000)} s${last ? ` (${last})` : ''}`);
    }
    await pause(options.intervalMs ?? 50, options.signal);
  }
}

/** @throws Error with `message` when the promise has not settled after `timeoutMs`. */
export async function within<T>(promise: Promise<T>, timeoutMs: number, message: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(message)), timeoutMs);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
