export interface BackOff {
  /** Wait before the first restart. */
  readonly firstMs: number;
  /** No wait is longer. */
  readonly longestMs: number;
  /** A process that has been ready for so long starts over at `firstMs` when it ends. */
  readonly steadyMs: number;
}

export const restartBackOff: BackOff = { firstMs: 250, longestMs: 10_000, steadyMs: 30_000 };

/**
 * How long to wait before restart number `restart` (from 1): each wait doubles, up to the longest.
 */
export function backOffMs(restart: number, backOff: BackOff = restartBackOff): number {
  return Math.min(backOff.longestMs, backOff.firstMs * 2 ** Math.min(restart - 1, 30));
}

/** The number of the restart that follows: it starts over after a steady run. */
export function nextRestart(restarts: number, readyForMs: number, backOff: BackOff = restartBackOff): number {
  return readyForMs >= backOff.steadyMs ? 1 : restarts + 1;
}
