import type { FieldProblem } from '@laurel/kernel';
import type { ProgramKeys, RuleScope } from '../conditions/condition-kind.js';
import type { JsonSchema } from '../json-schema.js';
import type { Produce } from './effect.js';

/** What compiling an effect may refer to. */
export interface EffectScope extends Omit<RuleScope, 'rule'> {
  /** Key of the rule. */
  readonly rule: string;
}

/**
 * One kind of effect. `args` validates an effect as an operator writes it, and describes the form that a page can draw for it.
 * `compile` may rely on what it demands.
 */
export interface EffectKind<E> {
  /** What its `effect` member says. */
  readonly code: string;
  readonly title: string;
  readonly description: string;
  /** One as `args` takes it, with which a form may begin. */
  readonly example: object;
  /** JSON Schema (draft 7) of an effect; amounts and keys in it are `{$ref: '#/$defs/amount'}` and `#/$defs/slug`. */
  readonly args: JsonSchema;
  compile(definition: E, scope: EffectScope): Produce;
  /** Most steps that producing an effect takes; one where the kind does not say. See `MAX_STEPS_PER_EVENT`. */
  steps?(definition: E): number;
  /** What the schema can't say, references to nothing above all; paths are JSON pointers from the effect. */
  check?(definition: E, keys: ProgramKeys): readonly FieldProblem[];
}

/** Any kind, where an effect is known to be of its shape. */
export type AnyEffectKind = EffectKind<never>;

/** The effects of a kind. */
export type DefinitionOf<K> = K extends EffectKind<infer E> ? E : never;

export const defineEffect = <E extends { readonly effect: string }>(kind: EffectKind<E>): EffectKind<E> => kind;
