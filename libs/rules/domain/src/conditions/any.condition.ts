import type { Check } from './condition.js';

/** Holds when at least one part holds; the reason is the last part's. */
export const any =
  (checks: readonly Check[]): Check =>
  (event) => {
    let reason: string | undefined;
    for (const check of checks) {
      reason = check(event);
      if (reason === undefined) return undefined;
    }
    return reason;
  };
