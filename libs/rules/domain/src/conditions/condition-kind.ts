import type { FieldProblem } from '@laurel/kernel';
import type { CurrencyDefinition } from '../currency.js';
import type { JsonSchema } from '../json-schema.js';
import type { StatDefinition } from '../stat.js';
import type { Check, Condition } from './condition.js';

/** What compiling the conditions of a rule may refer to. */
export interface RuleScope {
  /** `ruleId` of the rule. */
  readonly rule: string;
  /** Stats of the program, by key. */
  readonly stats: ReadonlyMap<string, StatDefinition>;
  /** Currencies that the program declares, by key; absent where it declares none. */
  readonly currencies?: ReadonlyMap<string, CurrencyDefinition>;
  /** Checks of the program's segments, by key: compiled once, however many conditions ask for them; absent where there are none. */
  readonly segments?: ReadonlyMap<string, Check>;
}

/** What compiling one condition may refer to. */
export interface ConditionScope extends RuleScope {
  /** What a check answers with when the condition does not hold. */
  readonly reason: string;
  /** Compiles a part of the condition. */
  compile(part: Condition): Check;
}

/** The keys that a program has, for what refers to them. */
export interface ProgramKeys {
  readonly stats: ReadonlySet<string>;
  readonly currencies: ReadonlySet<string>;
  /** Absent where there are none. */
  readonly segments?: ReadonlySet<string>;
  /** Stats that count different values; absent where there are none. */
  readonly distinct?: ReadonlySet<string>;
  /** Absent: no amount has decimals. */
  readonly scales?: ProgramScales;
}

/** Decimals of amounts by the key of what they are of; 0 of what is not there. */
export interface ProgramScales {
  readonly stats: ReadonlyMap<string, number>;
  /** Absent where the program declares no currencies. */
  readonly currencies?: ReadonlyMap<string, number>;
}

/** The keys of what is read of a player. */
export interface PlayerReads {
  readonly stats?: readonly string[];
  readonly balances?: readonly string[];
  readonly attributes?: readonly string[];
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
  /** One as `args` takes it, with which a form may begin. */
  readonly example: object;
  /** JSON Schema (draft 7) of a node; conditions inside it are `{$ref: '#/$defs/condition'}`. */
  readonly args: JsonSchema;
  compile(condition: C, scope: ConditionScope): Check;
  /** The condition in words, for the reason of a miss. */
  describe(condition: C, describePart: (part: Condition) => string): string;
  /** Conditions inside it, by JSON pointer from it. */
  parts?(condition: C): readonly (readonly [string, Condition])[];
  /**
   * What it reads of the player, besides its parts, where it looks at the player alone; undefined where it needs the event.
   * Kinds without it always do: segments can't have them.
   */
  reads?(condition: C): PlayerReads | undefined;
  /**
   * Most steps that a check takes, besides its parts; one where the kind does not say. See `MAX_STEPS_PER_EVENT`.
   *
   * @param segments steps of the program's segments, by key
   */
  steps?(condition: C, segments: ReadonlyMap<string, number>): number;
  /** What the schema can't say, references to nothing above all; paths are JSON pointers from the condition. */
  check?(condition: C, keys: ProgramKeys): readonly FieldProblem[];
}

/** Any kind, where a node is known to be of its shape. */
export type AnyConditionKind = ConditionKind<never>;

/** The nodes of a kind. */
export type NodeOf<K> = K extends ConditionKind<infer C> ? C : never;

export const defineCondition = <C>(kind: ConditionKind<C>): ConditionKind<C> => kind;

/** Definitions of a program by their keys. */
export const byKey = <D extends { readonly key: string }>(definitions: readonly D[]): ReadonlyMap<string, D> =>
  new Map(definitions.map((definition) => [definition.key, definition]));
