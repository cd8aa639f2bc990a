import { compilePath } from '../property-path.js';
import type { Check, Comparison, PropertyCondition } from './condition.js';
import { reasonOf } from './reason.js';

type Compare = (actual: unknown, expected: unknown) => boolean;

const numbers =
  (compare: (actual: number, expected: number) => boolean): Compare =>
  (actual, expected) =>
    typeof actual === 'number' && typeof expected === 'number' && compare(actual, expected);

/** What is absent equals nothing, not even another absent property. */
function equals(actual: unknown, expected: unknown): boolean {
  return actual !== undefined && actual === expected;
}

/** Values of different types are never equal and never ordered: nothing is coerced. */
const COMPARISONS: Record<Comparison, Compare> = {
  eq: equals,
  ne: (actual, expected) => !equals(actual, expected),
  gt: numbers((actual, expected) => actual > expected),
  gte: numbers((actual, expected) => actual >= expected),
  lt: numbers((actual, expected) => actual < expected),
  lte: numbers((actual, expected) => actual <= expected),
  in: (actual, expected) => Array.isArray(expected) && expected.includes(actual),
  contains: (actual, expected) =>
    typeof actual === 'string'
      ? typeof expected === 'string' && actual.includes(expected)
      : Array.isArray(actual) && actual.includes(expected),
  exists: (actual, expected) => (actual !== undefined) === (expected !== false),
};

/**
 * Compares a property of the event with a literal or with another property. An absent property satisfies `ne` and
 * `exists: false`, and nothing else.
 */
export function property(condition: PropertyCondition): Check {
  const read = compilePath(condition.property);
  const compare = COMPARISONS[condition.op];
  const reason = reasonOf(describeProperty(condition));
  if (condition.other === undefined) {
    const expected = condition.value;
    return (event) => (compare(read(event), expected) ? undefined : reason);
  }
  const readOther = compilePath(condition.other);
  return (event) => (compare(read(event), readOther(event)) ? undefined : reason);
}

export const describeProperty = ({ property: path, op, value, other }: PropertyCondition): string =>
  `${path} ${op} ${other ?? JSON.stringify(value)}`;
