import { comparableUnits } from '../decimal.js';
import type { DecisionEvent } from '../decision-event.js';
import { type JsonSchema, exactly } from '../json-schema.js';
import { PROPERTY_PATH_PATTERN, compilePath } from '../property-path.js';
import type { RulePlayer } from '../rule-player.js';
import type { Check } from './condition.js';

export type Comparison = 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'contains' | 'exists';

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
export const COMPARISONS: Record<Comparison, Compare> = {
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

/** A comparison of a value of the event or of the player with a literal or with a property of the event. */
export interface ValueComparison {
  readonly op: Comparison;
  /** Literal to compare with; a list under `in`, a boolean under `exists`. */
  readonly value?: unknown;
  /** Path of a property of the event to compare with, instead of a literal. */
  readonly other?: string;
}

/** JSON Schema of the path of one property of the event. */
export const propertyPath: JsonSchema = { type: 'string', pattern: PROPERTY_PATH_PATTERN };

const literal = { type: ['string', 'number', 'boolean', 'null'] };

/** JSON Schema of `ValueComparison` with one more member, which says of what and has the schema `of`. */
export function comparisonSchema(code: string, of: JsonSchema): JsonSchema {
  const withValue = (value: JsonSchema) => exactly({ [code]: of, op: {}, value });
  return {
    type: 'object',
    if: { required: ['other'] },
    then: exactly({
      [code]: of,
      op: { enum: Object.keys(COMPARISONS).filter((op) => op !== 'exists') },
      other: propertyPath,
    }),
    else: {
      type: 'object',
      required: [code, 'op'],
      properties: { op: { enum: Object.keys(COMPARISONS) } },
      allOf: [
        { if: opIs('eq', 'ne', 'contains'), then: withValue(literal) },
        { if: opIs('gt', 'gte', 'lt', 'lte'), then: withValue({ type: 'number' }) },
        { if: opIs('in'), then: withValue({ type: 'array', minItems: 1, maxItems: 1000, items: literal }) },
        { if: opIs('exists'), then: withValue({ type: 'boolean' }) },
      ],
    },
  };
}

const opIs = (...ops: readonly Comparison[]) => ({ required: ['op'], properties: { op: { enum: ops } } });

/** A comparison of a number of the player with a literal or with a property of the event. */
export interface NumberComparison {
  readonly op: 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte';
  readonly value?: number;
  /** Path of a property of the event to compare with, instead of a literal. */
  readonly other?: string;
}

const ops = { enum: ['eq', 'ne', 'gt', 'gte', 'lt', 'lte'] };

/** JSON Schema of `NumberComparison` with one more member, which says of what. */
export const numberComparisonSchema = (code: string): JsonSchema => ({
  type: 'object',
  if: { required: ['other'] },
  then: exactly({ [code]: { $ref: '#/$defs/slug' }, op: ops, other: propertyPath }),
  else: exactly({ [code]: { $ref: '#/$defs/slug' }, op: ops, value: { type: 'number' } }),
});

/**
 * A check that compares what `read` finds in the player.
 *
 * @param scale decimals of what is found, which is in units of them: what it is compared with is written with a point
 */
export function compileNumberComparison(
  { op, value, other }: NumberComparison,
  read: (player: RulePlayer) => number | undefined,
  reason: string,
  scale: number,
): Check {
  const compare = COMPARISONS[op];
  const expected = compileExpected(value, other, scale);
  return (event, player) => (compare(read(player), expected(event)) ? undefined : reason);
}

function compileExpected(value: number | undefined, other: string | undefined, scale: number) {
  if (other === undefined) {
    const units = comparableUnits(value, scale);
    return () => units;
  }
  const read = compilePath(other);
  return scale === 0 ? read : (event: DecisionEvent) => comparableUnits(read(event), scale);
}

export const describeComparison = (of: string, { op, value, other }: { op: string; value?: unknown; other?: string }) =>
  `${of} ${op} ${other ?? JSON.stringify(value)}`;
