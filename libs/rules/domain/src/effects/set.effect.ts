import { err, ok } from '@laurel/kernel';
import { ruleErrors } from '../errors.js';
import { exactly } from '../json-schema.js';
import { NOT_PLAIN, type Value, checkValue, compileValue, describeValue, stepsOfValue } from '../value.js';
import { type EffectKind, defineEffect } from './effect-kind.js';
import type { Refusal } from './effect.js';

export interface SetDefinition {
  readonly effect: 'set';
  readonly attribute: string;
  readonly value: Value;
}

/** Writes an attribute of the player, as an order of the owner does; null takes it away. */
export const set: EffectKind<SetDefinition> = defineEffect<SetDefinition>({
  code: 'set',
  title: 'Set an attribute',
  description: 'Writes an attribute of the player: a text, a number or a boolean. Null takes the attribute away.',
  example: { effect: 'set', attribute: 'tier', value: 'gold' },
  args: exactly({ effect: {}, attribute: { $ref: '#/$defs/slug' }, value: { $ref: '#/$defs/value' } }),
  compile: ({ attribute, value }, scope) => {
    const { rule } = scope;
    const read = compileValue(value, scope);
    const refusal: Refusal = {
      kind: 'refused',
      rule,
      code: ruleErrors.invalidValue.code,
      detail: `${describeValue(value)} is nothing that ${attribute} can be in this event`,
    };
    return (event, player, now) => {
      const found = read(event, player, now);
      return found === undefined || found === NOT_PLAIN
        ? err(refusal)
        : ok({ kind: 'set', rule, attribute, value: found });
    };
  },
  steps: ({ value }) => stepsOfValue(value),
  check: ({ value }, keys) => checkValue(value, keys).map((problem) => ({ ...problem, path: `/value${problem.path}` })),
});
