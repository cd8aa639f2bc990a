import type { Scales } from './scales.queries.js';

/** Something of a player that can be put right. */
export interface Correctable {
  readonly kind: 'balances' | 'stats';
  readonly key: string;
}

/** Whether a number is what there is to be, or how much more or less. */
export type Mode = 'by' | 'to';

/** What is corrected, as the value of a choice. */
export const nameOf = ({ kind, key }: Correctable): string => `${kind}|${key}`;

export function correctableOf(name: string): Correctable {
  const [kind, key = ''] = name.split('|');
  return { kind: kind === 'stats' ? 'stats' : 'balances', key };
}

/** Decimals of what is corrected. */
export const scaleOf = (scales: Scales | undefined, { kind, key }: Correctable): number =>
  (kind === 'balances' ? scales?.currencies : scales?.stats)?.[key] ?? 0;

/**
 * How much more or less there is to be, in units of the scale; undefined while that says nothing.
 *
 * @param before units that there are
 * @param typed as a form has it: empty, or a number in whole ones
 */
export function differenceOf(mode: Mode, before: number, typed: number | string, scale: number): number | undefined {
  if (typed === '' || typed === '-') return undefined;
  const units = Math.round(Number(typed) * 10 ** scale);
  const difference = mode === 'by' ? units : units - before;
  return Number.isSafeInteger(difference) && difference !== 0 ? difference : undefined;
}
