import type { JsonSchema } from '../json-schema.js';
import type { Check, Condition } from './condition.js';

/** What compiling a condition may refer to. */
export interface ConditionScope {
  /** What a check answers with when the condition does not hold. */
  readonly reason: string;
  /** Compiles a part of the condition. */
  compile(part: Condition): Check;
}

/**
 * One kind of condition. `args` validates a node as an operator writes it, and describes the form that a page can draw for it.
 * The other functions may rely on what it demands.
 */
export interface ConditionKind<C> {
  /** The member that tells a node of this kind from others: `all` in `{all: […]}`. */
  readonly code: string;
  readonly title: string;
  readonly description: string;
  /** JSON Schema (draft 7) of a node; conditions inside it are `{$ref: '#/$defs/condition'}`. */
  readonly args: JsonSchema;
  compile(condition: C, scope: ConditionScope): Check;
  /** The condition in words, for the reason of a miss. */
  describe(condition: C, describePart: (part: Condition) => string): string;
}

/** Any kind, where a node is known to be of its shape. */
export type AnyConditionKind = ConditionKind<never>;

/** The nodes of a kind. */
export type NodeOf<K> = K extends ConditionKind<infer C> ? C : never;

export const defineCondition = <C>(kind: ConditionKind<C>): ConditionKind<C> => kind;
