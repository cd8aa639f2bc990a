import { compilePath } from '../property-path.js';
import { COMPARISONS, type ValueComparison, comparisonSchema, describeComparison, propertyPath } from './comparison.js';
import { type ConditionKind, defineCondition } from './condition-kind.js';

export interface PropertyCondition extends ValueComparison {
  readonly property: string;
}

/**
 * Compares a property of the event with a literal or with another property. An absent property satisfies `ne` and
 * `exists: false`, and nothing else.
 */
export const property: ConditionKind<PropertyCondition> = defineCondition<PropertyCondition>({
  code: 'property',
  title: 'Property of the event',
  description: 'Compares a property of the event with a value, or with another property.',
  args: comparisonSchema('property', propertyPath),
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
