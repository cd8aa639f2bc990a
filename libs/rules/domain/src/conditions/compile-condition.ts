import type { FieldProblem } from '@laurel/kernel';
import type { AnyConditionKind, PlayerReads, ProgramKeys, RuleScope } from './condition-kind.js';
import type { Check, Condition } from './condition.js';
import { CONDITIONS } from './condition-registry.js';
import { property } from './property.condition.js';
import { reasonOf } from './reason.js';

/** Compiles a condition tree to one closure. The tree has been validated: `conditionSchema` and `checkCondition`. */
export function compileCondition(condition: Condition, scope: RuleScope): Check {
  const reason = reasonOf(describe(condition));
  const compile = (part: Condition) => compileCondition(part, scope);
  return kindOf(condition).compile(condition as never, { ...scope, reason, compile });
}

/** What the schema of a tree can't say, with JSON pointers that begin with `path`. */
export function checkCondition(condition: Condition, keys: ProgramKeys, path: string): FieldProblem[] {
  const kind = kindOf(condition);
  const own = kind.check?.(condition as never, keys) ?? [];
  return [
    ...own.map((problem) => ({ ...problem, path: path + problem.path })),
    ...partsOf(condition).flatMap(([place, part]) => checkCondition(part, keys, path + place)),
  ];
}

/** Whether a tree has a node for which `test` holds. */
export const hasCondition = (condition: Condition, test: (node: Condition) => boolean): boolean =>
  test(condition) || partsOf(condition).some(([, part]) => hasCondition(part, test));

/** Most steps that checking a tree takes. */
export const stepsOf = (condition: Condition, segments: ReadonlyMap<string, number>): number =>
  partsOf(condition).reduce(
    (sum, [, part]) => sum + stepsOf(part, segments),
    kindOf(condition).steps?.(condition as never, segments) ?? 1,
  );

/** A node of a tree with its place in it, and what it reads of the player alone. */
export interface PlacedReads {
  readonly path: string;
  readonly description: string;
  /** Undefined where the node needs the event. */
  readonly reads: PlayerReads | undefined;
}

/** What every node of a tree reads of the player; JSON pointers begin with `path`. */
export const readsOf = (condition: Condition, path = ''): PlacedReads[] => [
  { path, description: describe(condition), reads: kindOf(condition).reads?.(condition as never) },
  ...partsOf(condition).flatMap(([place, part]) => readsOf(part, path + place)),
];

const partsOf = (condition: Condition) => kindOf(condition).parts?.(condition as never) ?? [];

const describe = (condition: Condition): string => kindOf(condition).describe(condition as never, describe);

const kindOf = (condition: Condition): AnyConditionKind => CONDITIONS.find(({ code }) => code in condition) ?? property;
