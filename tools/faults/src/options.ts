import { parseArgs } from 'node:util';

export interface FaultOptions {
  /** Names of cases, or parts of them; empty: all. */
  readonly only: readonly string[];
  readonly seed: number | undefined;
  /** The form that `npm test` runs too. */
  readonly short: boolean;
}

/** @throws Error that says what is wrong */
export function parseFaultOptions(args: readonly string[]): FaultOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' }, seed: { type: 'string' }, short: { type: 'boolean' } },
  });
  const seed = values.seed === undefined ? undefined : Number(values.seed);
  if (seed !== undefined && !(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)) {
    throw new Error(`--seed takes an integer from 0 to 4294967295, not "${values.seed}"`);
  }
  const only = (values.only ?? '').split(',').filter((name) => name !== '');
  return { only, seed, short: values.short ?? false };
}
