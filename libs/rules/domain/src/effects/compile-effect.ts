import type { JsonSchema } from '../json-schema.js';
import type { AnyEffectKind, EffectScope } from './effect-kind.js';
import { EFFECTS } from './effect-registry.js';
import type { EffectDefinition, Produce } from './effect.js';

const KINDS = new Map<string, AnyEffectKind>(EFFECTS.map((kind) => [kind.code, kind]));

/** @throws when there is no such effect: the definition has not been validated by `effectSchema` */
export function compileEffect(definition: EffectDefinition, scope: EffectScope): Produce {
  const kind = KINDS.get(definition.effect);
  if (!kind) throw new Error(`there is no effect "${definition.effect}"`);
  return kind.compile(definition as never, scope);
}

/** JSON Schema of an effect, to be placed under `$defs.effect`. */
export const effectSchema: JsonSchema = {
  type: 'object',
  required: ['effect'],
  properties: { effect: { enum: EFFECTS.map(({ code }) => code) } },
  allOf: EFFECTS.map(({ code, args }) => ({
    if: { required: ['effect'], properties: { effect: { const: code } } },
    then: args,
  })),
};
