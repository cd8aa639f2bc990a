import type { Check } from './condition.js';
import { reasonOf } from './reason.js';

/** Holds when its part does not. */
export function not(check: Check, description: string): Check {
  const reason = reasonOf(`not (${description})`);
  return (event) => (check(event) === undefined ? reason : undefined);
}
