interface RequestQueuePrototype {
  pending: unknown[];
  throttledUntil: number;
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  checkPendingRequests(): void;
  scheduleCheckPendingRequests(): void;
}

const CHECK_INTERVAL_MS = 10;

/**
 * kafkajs 2.2.4 re-arms a timer after every response even when nothing waits, with a delay of (−1 − now) ms: thousands of
 * needless timers a second, and a TimeoutNegativeWarning on Node 24. Here the timer is armed only when a request waits, and
 * never for a negative time. A request that is queued arms it itself, so none is forgotten.
 *
 * @see kafkajs/src/network/requestQueue/index.js, scheduleCheckPendingRequests
 */
export function patchRequestQueue(): void {
  const RequestQueue = require('kafkajs/src/network/requestQueue/index.js') as { prototype: RequestQueuePrototype };
  RequestQueue.prototype.scheduleCheckPendingRequests = function scheduleCheckPendingRequests(
    this: RequestQueuePrototype,
  ) {
    if (this.throttleCheckTimeoutId || this.pending.length === 0) return;
    const throttledForMs = this.throttledUntil - Date.now();
    this.throttleCheckTimeoutId = setTimeout(
      () => {
        this.throttleCheckTimeoutId = null;
        this.checkPendingRequests();
      },
      throttledForMs > 0 ? throttledForMs : CHECK_INTERVAL_MS,
    );
  };
}
