import type { HeldEvent } from './quarantine.queries.js';

const number = (value: number): string => value.toLocaleString('en');

/** Why an event waits, in a sentence. Amounts are in the smallest unit of the stat. */
export function boundText({
  stat,
  bound,
  limit,
  amount,
}: Pick<HeldEvent, 'stat' | 'bound' | 'limit' | 'amount'>): string {
  switch (bound) {
    case 'min':
      return `${stat} of ${number(amount)}, where ${number(limit)} is the least`;
    case 'max':
      return `${stat} of ${number(amount)}, where ${number(limit)} is the most`;
    case 'perHour':
      return `${stat} comes to ${number(amount)} within the hour, where ${number(limit)} is the most`;
  }
}
