import { compilePath } from '../property-path.js';
import { compileAttribute } from '../rule-player.js';
import { COMPARISONS, type ValueComparison, comparisonSchema, describeComparison } from './comparison.js';
import { type ConditionKind, defineCondition } from './condition-kind.js';

export interface AttributeCondition extends ValueComparison {
  readonly attribute: string;
}

/**
 * Compares an attribute of the player with a literal or with a property of the event, as the changes before the event left it.
 * An absent attribute satisfies `ne` and `exists: false`, and nothing else.
 */
export const attribute: ConditionKind<AttributeCondition> = defineCondition<AttributeCondition>({
  code: 'attribute',
  title: 'Attribute of the player',
  description:
    'Compares an attribute of the player, as it was before the event, with a value or a property of the event.',
  example: { attribute: 'country', op: 'in', value: ['BR', 'DE'] },
  args: comparisonSchema('attribute', { $ref: '#/$defs/slug' }),
  compile: (condition, { reason }) => {
    const read = compileAttribute(condition.attribute);
    const compare = COMPARISONS[condition.op];
    if (condition.other === undefined) {
      const expected = condition.value;
      return (_event, player) => (compare(read(player), expected) ? undefined : reason);
    }
    const readOther = compilePath(condition.other);
    return (event, player) => (compare(read(player), readOther(event)) ? undefined : reason);
  },
  reads: ({ attribute: key, other }) => (other === undefined ? { attributes: [key] } : undefined),
  describe: (condition) => describeComparison(`attribute ${condition.attribute}`, condition),
});
