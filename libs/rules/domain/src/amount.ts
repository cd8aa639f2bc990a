import { isSafeAmount } from '@laurel/kernel';
import type { DecisionEvent } from './decision-event.js';
import { PROPERTY_PATH_PATTERN, compilePath } from './property-path.js';

/** How much: a literal, or what a property of the event says, optionally negated. Always a safe integer. */
export type Amount = number | { readonly property: string; readonly negate?: boolean };

/** JSON Schema of an amount, to be placed under `$defs.amount`. */
export const amountSchema = {
  if: { type: 'object' },
  then: {
    type: 'object',
    additionalProperties: false,
    required: ['property'],
    properties: { property: { type: 'string', pattern: PROPERTY_PATH_PATTERN }, negate: { type: 'boolean' } },
  },
  else: { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
};

/** Compiles to a reader that gives undefined when the property is absent or not a safe integer. */
export function compileAmount(amount: Amount): (event: DecisionEvent) => number | undefined {
  if (typeof amount === 'number') {
    // JSON can say −0; adding 0 makes it 0.
    const literal = amount + 0;
    return () => literal;
  }
  const read = compilePath(amount.property);
  const { negate = false } = amount;
  return (event) => {
    const value = read(event);
    if (!isSafeAmount(value)) return undefined;
    return negate && value !== 0 ? -value : value;
  };
}

export const describeAmount = (amount: Amount): string =>
  typeof amount === 'number' ? String(amount) : `${amount.negate ? '−' : ''}${amount.property}`;
