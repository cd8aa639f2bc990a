import { figure } from '../../ui/figures.js';
import type { HeldEvent } from './quarantine.queries.js';

/** Why an event waits, in a sentence. Amounts are in the smallest unit of the stat. */
export function boundText({
  stat,
  bound,
  limit,
  amount,
}: Pick<HeldEvent, 'stat' | 'bound' | 'limit' | 'amount'>): string {
  switch (bound) {
    case 'min':
      return `${stat} of ${figure(amount)}, where ${figure(limit)} is the least`;
    case 'max':
      return `${stat} of ${figure(amount)}, where ${figure(limit)} is the most`;
    case 'perHour':
      return `${stat} comes to ${figure(amount)} within the hour, where ${figure(limit)} is the most`;
  }
}
