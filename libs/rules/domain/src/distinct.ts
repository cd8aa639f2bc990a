import { type Result, err, ok } from '@laurel/kernel';
import type { StatValue } from './stat.js';

/** Most different values that a stat tells apart for one player. */
export const MAX_DISTINCT_VALUES = 1_000;

/** Most characters of one. */
export const LONGEST_DISTINCT_VALUE = 64;

/**
 * Takes a value in. The result does not depend on the order in which values arrive: how many there are, and when the last of
 * them came first. `full` when there are as many already: nothing changes then.
 */
export function addValue(current: StatValue | undefined, text: string, at: number): Result<StatValue, 'full'> {
  const before = current?.values ?? [];
  const place = placeOf(before, text);
  const known = before[place];
  if (current && known?.[0] === text) {
    if (known[1] <= at) return ok(current);
    const values = before.with(place, [text, at]);
    return ok({ ...current, at: latest(values), values });
  }
  if (before.length >= MAX_DISTINCT_VALUES) return err('full');
  const values = before.toSpliced(place, 0, [text, at]);
  return ok({ value: values.length, at: Math.max(current?.at ?? at, at), values });
}

const latest = (values: NonNullable<StatValue['values']>): number =>
  values.reduce((last, [, at]) => Math.max(last, at), -Infinity);

/** Where a text is among sorted ones, or would be. */
function placeOf(sorted: NonNullable<StatValue['values']>, text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.[0] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
