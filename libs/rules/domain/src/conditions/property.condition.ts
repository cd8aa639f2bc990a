import { type DecisionEvent, MAX_ELEMENTS } from '../decision-event.js';
import { ELEMENTS_PATH_PATTERN, compileElementsPath, compilePath, hasElements } from '../property-path.js';
import { COMPARISONS, type ValueComparison, comparisonSchema, describeComparison } from './comparison.js';
import { type ConditionKind, defineCondition } from './condition-kind.js';
import type { Check } from './condition.js';

export interface PropertyCondition extends ValueComparison {
  readonly property: string;
}

/**
 * Compares a property of the event with a literal or with another property. An absent property satisfies `ne` and
 * `exists: false`, and nothing else. A path with `[]` stands for every element of a list: the condition holds where it does for
 * any of them, but `ne` and `exists: false` only where `eq` and `exists: true` hold for none.
 */
export const property: ConditionKind<PropertyCondition> = defineCondition<PropertyCondition>({
  code: 'property',
  title: 'Property of the event',
  description:
    'Compares a property of the event, or any element of a list (`items[].kind`), with a value or another property.',
  example: { property: 'event.properties.items[].kind', op: 'eq', value: 'sword' },
  args: comparisonSchema('property', { type: 'string', pattern: ELEMENTS_PATH_PATTERN }),
  compile: (condition, { reason }) => {
    if (hasElements(condition.property)) return compileAnyElement(condition, reason);
    const read = compilePath(condition.property);
    const compare = COMPARISONS[condition.op];
    if (condition.other === undefined) {
      const expected = condition.value;
      return (event) => (compare(read(event), expected) ? undefined : reason);
    }
    const readOther = compilePath(condition.other);
    return (event) => (compare(read(event), readOther(event)) ? undefined : reason);
  },
  steps: ({ property: path, value }) => (hasElements(path) ? MAX_ELEMENTS : 1) * looksAt(value),
  describe: (condition) => describeComparison(condition.property, condition),
});

/** Literals of a list that take one step. */
const LITERALS_PER_STEP = 50;

const looksAt = (value: unknown): number => (Array.isArray(value) ? Math.ceil(value.length / LITERALS_PER_STEP) : 1);

function compileAnyElement({ property: path, op, value, other }: PropertyCondition, reason: string): Check {
  const anyPasses = compileElementsPath(path);
  const tooLarge = `${reason}: event_too_large`;
  const isNone = op === 'ne' || (op === 'exists' && value === false);
  const compare = op === 'ne' ? COMPARISONS.eq : COMPARISONS[op];
  const expected: (event: DecisionEvent) => unknown =
    other === undefined ? () => (op === 'exists' ? true : value) : compilePath(other);
  return (event) => {
    const against = expected(event);
    if (Array.isArray(against) && against.length > MAX_ELEMENTS) return tooLarge;
    const passes = anyPasses(event, (actual) => compare(actual, against));
    if (passes === undefined) return tooLarge;
    return passes === isNone ? reason : undefined;
  };
}
