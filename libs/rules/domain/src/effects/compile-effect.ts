import type { FieldProblem } from '@laurel/kernel';
import type { ProgramKeys } from '../conditions/condition-kind.js';
import type { JsonSchema } from '../json-schema.js';
import type { AnyEffectKind, EffectScope } from './effect-kind.js';
import { EFFECTS } from './effect-registry.js';
import type { EffectDefinition, Produce } from './effect.js';

const KINDS = new Map<string, AnyEffectKind>(EFFECTS.map((kind) => [kind.code, kind]));

/** @throws when there is no such effect: the definition has not been validated by `effectSchema` */
export const compileEffect = (definition: EffectDefinition, scope: EffectScope): Produce =>
  kindOf(definition).compile(definition as never, scope);

/** Most steps that producing an effect takes. */
export const stepsOfEffect = (definition: EffectDefinition): number =>
  kindOf(definition).steps?.(definition as never) ?? 1;

/** What the schema of an effect can't say, with JSON pointers that begin with `path`. */
export const checkEffect = (definition: EffectDefinition, keys: ProgramKeys, path: string): FieldProblem[] =>
  (kindOf(definition).check?.(definition as never, keys) ?? []).map((problem) => ({
    ...problem,
    path: path + problem.path,
  }));

function kindOf({ effect }: EffectDefinition): AnyEffectKind {
  const kind = KINDS.get(effect);
  if (!kind) throw new Error(`there is no effect "${effect}"`);
  return kind;
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
