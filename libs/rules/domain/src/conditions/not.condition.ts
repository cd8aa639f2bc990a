import type { Check } from './condition.js';

/** Holds when its part does not. */
export const not =
  (check: Check, description: string): Check =>
  (event) =>
    check(event) === undefined ? `not (${description}) does not hold` : undefined;
