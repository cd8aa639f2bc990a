import type { Condition } from './condition.js';

/** JSON Schema of the parts of a group. */
export const partsSchema = { type: 'array', minItems: 1, maxItems: 50, items: { $ref: '#/$defs/condition' } };

/** The parts in words; a group among them is set in brackets. */
export const describeGroup = (
  parts: readonly Condition[],
  joint: string,
  describePart: (part: Condition) => string,
): string =>
  parts.map((part) => ('all' in part || 'any' in part ? `(${describePart(part)})` : describePart(part))).join(joint);

/** The parts with their places in the group. */
export const groupParts = (code: string, parts: readonly Condition[]): [string, Condition][] =>
  parts.map((part, index) => [`/${code}/${index}`, part]);
