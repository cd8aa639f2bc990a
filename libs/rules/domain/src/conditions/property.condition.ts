import { PROPERTY_PATH_PATTERN, compilePath } from '../property-path.js';
import { exactly } from '../json-schema.js';
import { COMPARISONS, type Comparison, describeComparison } from './comparison.js';
import { type ConditionKind, defineCondition } from './condition-kind.js';

export interface PropertyCondition {
  readonly property: string;
  readonly op: Comparison;
  /** Literal to compare with; a list under `in`, a boolean under `exists`. */
  readonly value?: unknown;
  /** Path of another property to compare with, instead of a literal. */
  readonly other?: string;
}

const path = { type: 'string', pattern: PROPERTY_PATH_PATTERN };
const literal = { type: ['string', 'number', 'boolean', 'null'] };
const between = exactly({
  property: path,
  op: { enum: Object.keys(COMPARISONS).filter((op) => op !== 'exists') },
  other: path,
});

/**
 * Compares a property of the event with a literal or with another property. An absent property satisfies `ne` and
 * `exists: false`, and nothing else.
 */
export const property: ConditionKind<PropertyCondition> = defineCondition<PropertyCondition>({
  code: 'property',
  title: 'Property of the event',
  description: 'Compares a property of the event with a value, or with another property.',
  args: {
    type: 'object',
    if: { required: ['other'] },
    then: between,
    else: {
      type: 'object',
      required: ['property', 'op'],
      properties: { op: { enum: Object.keys(COMPARISONS) } },
      allOf: [
        { if: opIs('eq', 'ne', 'contains'), then: withValue(literal) },
        { if: opIs('gt', 'gte', 'lt', 'lte'), then: withValue({ type: 'number' }) },
        { if: opIs('in'), then: withValue({ type: 'array', minItems: 1, maxItems: 1000, items: literal }) },
        { if: opIs('exists'), then: withValue({ type: 'boolean' }) },
      ],
    },
  },
  compile: (condition, { reason }) => {
    const read = compilePath(condition.property);
    const compare = COMPARISONS[condition.op];
    if (condition.other === undefined) {
      const expected = condition.value;
      return (event) => (compare(read(event), expected) ? undefined : reason);
    }
    const readOther = compilePath(condition.other);
    return (event) => (compare(read(event), readOther(event)) ? undefined : reason);
  },
  describe: (condition) => describeComparison(condition.property, condition),
});

function withValue(value: object) {
  return exactly({ property: path, op: {}, value });
}

function opIs(...ops: readonly Comparison[]) {
  return { required: ['op'], properties: { op: { enum: ops } } };
}
