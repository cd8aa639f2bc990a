import type { DecisionEvent } from '../decision-event.js';

/** A compiled condition: undefined when it holds, else why not. Reasons are made at compile time, so a miss costs nothing. */
export type Check = (event: DecisionEvent) => string | undefined;

/** A condition as written in a program: a node of a tree. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | PropertyCondition;

export type Comparison = 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'contains' | 'exists';

export interface PropertyCondition {
  readonly property: string;
  readonly op: Comparison;
  /** Literal to compare with; a list under `in`, a boolean under `exists`. */
  readonly value?: unknown;
  /** Path of another property to compare with, instead of a literal. */
  readonly other?: string;
}

export type CompileCondition = (condition: Condition) => Check;
