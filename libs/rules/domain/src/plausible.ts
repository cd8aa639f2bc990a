import { type FieldProblem, addSafe } from '@laurel/kernel';
import type { JsonSchema } from './json-schema.js';
import type { StatAggregation } from './stat.js';

/** What an event may plausibly record of a stat, in the stat's own unit. Beyond it, the event is held back for review. */
export interface Plausible {
  /** Least and most that one event records. */
  readonly min?: number;
  readonly max?: number;
  /** Most that the events of one player record in one hour: a sum of amounts without their signs, or a number of recordings. */
  readonly perHour?: number;
}

const integer = { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };

/** JSON Schema of bounds of plausibility. */
export const plausibleSchema: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: { min: integer, max: integer, perHour: { ...integer, minimum: 0 } },
};

/** What the schema can't say; paths are JSON pointers from the bounds. */
export function checkPlausible({ min, max, perHour }: Plausible, aggregation: StatAggregation): FieldProblem[] {
  const crossed = min !== undefined && max !== undefined && max < min;
  const adds = aggregation === 'sum' || aggregation === 'count';
  return [
    ...(crossed ? [{ path: '/max', rule: 'not-below-min', message: 'must not be less than min' }] : []),
    ...(perHour !== undefined && !adds
      ? [
          {
            path: '/perHour',
            rule: 'aggregation',
            message: `is for stats that add up, and this one is a ${aggregation}`,
          },
        ]
      : []),
  ];
}

/** A bound that an event would pass. */
export interface Implausible {
  readonly bound: keyof Plausible;
  readonly limit: number;
  /** What the event records or, of an hour, what it comes to with the event; beyond 2^53 − 1 it is told as that. */
  readonly amount: number;
}

/** How much a recording adds to the hour. */
export const hourlyShare = (aggregation: StatAggregation, amount: number): number =>
  aggregation === 'count' ? 1 : Math.abs(amount);

/**
 * The first bound that an event passes.
 *
 * @param amounts what it records of the stat
 * @param soFar in this hour, before the event
 */
export function findImplausible(
  { min, max, perHour }: Plausible,
  aggregation: StatAggregation,
  amounts: readonly number[],
  soFar: number,
): Implausible | undefined {
  const total = sum(amounts);
  if (min !== undefined && total < min) return { bound: 'min', limit: min, amount: total };
  if (max !== undefined && total > max) return { bound: 'max', limit: max, amount: total };
  if (perHour === undefined) return undefined;
  const hour = sum([soFar, ...amounts.map((amount) => hourlyShare(aggregation, amount))]);
  return hour > perHour ? { bound: 'perHour', limit: perHour, amount: hour } : undefined;
}

/** Stops at the safe integers: what lies beyond is implausible in any case. */
const sum = (amounts: readonly number[]): number =>
  amounts.reduce((total, amount) => addSafe(total, amount) ?? Math.sign(total) * Number.MAX_SAFE_INTEGER, 0);
