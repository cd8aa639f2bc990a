import { addSafe, err, ok, type Result } from '@laurel/kernel';
import { addValue } from './distinct.js';
import type { Plausible } from './plausible.js';

/**
 * How a stat's recorded amounts become its value. `count` counts recordings whatever their amount, and `distinct` the different
 * values among them.
 */
export type StatAggregation = 'sum' | 'max' | 'min' | 'last' | 'count' | 'distinct';

/** A named number per player: the hub that boards, missions and levels read. */
export interface StatDefinition {
  readonly key: string;
  readonly aggregation: StatAggregation;
  /** Decimals of its amounts, which are kept as integers; 0 when absent. */
  readonly scale?: number;
  /** `recorded`: begins with what was recorded under its key before, whenever it begins anew. Absent: with nothing. */
  readonly start?: 'recorded';
  /** Number of the release that began its present aggregation and scale; values of others are another stat's. */
  readonly incarnation: number;
  /** Absent: whatever is recorded counts at once. */
  readonly plausible?: Plausible;
}

export const statId = (stat: Pick<StatDefinition, 'key' | 'incarnation'>): string => `${stat.key}@${stat.incarnation}`;

/** The key that operators gave a stat, from its name in the stores. */
export const statKeyOf = (id: string): string => id.slice(0, id.lastIndexOf('@'));

export interface StatValue {
  readonly value: number;
  /**
   * Event time (ms): latest contribution under sum, count and last, earliest of the equal best under max and min, and under
   * distinct that of the value which came first as the last of all.
   */
  readonly at: number;
  /** Under last: id of the event that stands. */
  readonly by?: string;
  /** Under distinct: the values, sorted, each with the earliest event time (ms) at which it was recorded. */
  readonly values?: readonly (readonly [text: string, at: number])[];
}

export interface Recording {
  readonly amount: number;
  readonly at: number;
  readonly eventId: string;
  /** Under count: how many recordings it stands for; one when absent. */
  readonly times?: number;
  /** Under distinct: what was recorded. */
  readonly of?: string;
}

/**
 * Applies one recording. The result does not depend on the order in which recordings arrive. `overflow` when a sum leaves
 * the safe integers, `full` when there are too many different values: nothing changes
 * then.
 */
export function applyRecording(
  aggregation: StatAggregation,
  current: StatValue | undefined,
  { amount, at, eventId, times = 1, of = '' }: Recording,
): Result<StatValue, 'overflow' | 'full'> {
  switch (aggregation) {
    case 'sum':
      return accumulate(current, amount, at);
    case 'count':
      return accumulate(current, times, at);
    case 'max':
      return ok(extreme(current, amount, at, (candidate, value) => candidate > value));
    case 'min':
      return ok(extreme(current, amount, at, (candidate, value) => candidate < value));
    case 'distinct':
      return addValue(current, of, at);
    case 'last': {
      const later = !current || at > current.at || (at === current.at && eventId > (current.by ?? ''));
      return ok(later ? { value: amount, at, by: eventId } : current);
    }
  }
}

/** A stat of two players who are one: what it would be had all been recorded of one. Errors as in `applyRecording`. */
export function combineValues(
  aggregation: StatAggregation,
  current: StatValue | undefined,
  other: StatValue,
): Result<StatValue, 'overflow' | 'full'> {
  const { value, at, by = '', values = [] } = other;
  if (aggregation !== 'distinct') {
    return applyRecording(aggregation, current, { amount: value, at, eventId: by, times: value });
  }
  let combined = current;
  for (const [text, first] of values) {
    const added = addValue(combined, text, first);
    if (!added.ok) return added;
    combined = added.value;
  }
  return ok(combined ?? other);
}

/** What a recording is worth to a board that reads the stat. */
export const contribution = (aggregation: StatAggregation, amount: number, times = 1): number =>
  aggregation === 'count' ? times : amount;

function accumulate(current: StatValue | undefined, amount: number, at: number): Result<StatValue, 'overflow'> {
  if (!current) return ok({ value: amount, at });
  const value = addSafe(current.value, amount);
  return value === undefined ? err('overflow') : ok({ value, at: Math.max(current.at, at) });
}

function extreme(
  current: StatValue | undefined,
  amount: number,
  at: number,
  isBetter: (candidate: number, value: number) => boolean,
): StatValue {
  if (!current || isBetter(amount, current.value)) return { value: amount, at };
  return amount === current.value && at < current.at ? { value: amount, at } : current;
}
