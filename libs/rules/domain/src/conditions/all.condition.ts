import type { Check } from './condition.js';

/** Holds when every part holds; the reason is the first part's that does not. */
export const all =
  (checks: readonly Check[]): Check =>
  (event) => {
    for (const check of checks) {
      const reason = check(event);
      if (reason !== undefined) return reason;
    }
    return undefined;
  };
