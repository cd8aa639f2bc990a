/** When requests are due, fixed before the first is sent: a slow answer delays no other request, so a stall is seen. */
export interface Schedule {
  readonly count: number;
  /** Due time of request `index` (from 0), in ms after the start. */
  dueMs(index: number): number;
  /** How many requests are due at `elapsedMs` after the start. */
  dueBy(elapsedMs: number): number;
}

/** One request every 1/rate seconds, from the start until `seconds` are over. */
export function steadySchedule(ratePerSecond: number, seconds: number): Schedule {
  const count = Math.round(ratePerSecond * seconds);
  const spacingMs = 1_000 / ratePerSecond;
  return {
    count,
    dueMs: (index) => index * spacingMs,
    dueBy: (elapsedMs) => (elapsedMs < 0 ? 0 : Math.min(count, Math.floor(elapsedMs / spacingMs) + 1)),
  };
}
