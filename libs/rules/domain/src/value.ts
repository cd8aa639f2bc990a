import { type AttributeValue, type FieldProblem, LONGEST_ATTRIBUTE, attributeProblem } from '@laurel/kernel';
import { MAX_EXPRESSION_LENGTH } from './cel/cel-environment.js';
import { checkExpression, stepsOfExpression } from './cel/check-expression.js';
import { compileExpression } from './cel/compile-expression.js';
import type { ProgramKeys, RuleScope } from './conditions/condition-kind.js';
import type { DecisionEvent } from './decision-event.js';
import { exactly } from './json-schema.js';
import { PROPERTY_PATH_PATTERN, compilePath } from './property-path.js';
import type { RulePlayer } from './rule-player.js';

/** What may be written: as an attribute of a player, or as a property of an event that a rule emits. */
export type PlainValue = AttributeValue | null;

/** What to write: a literal, what a property of the event says, or what an expression of CEL comes to. */
export type Value = PlainValue | { readonly property: string } | { readonly cel: string };

/** JSON Schema of a value, to be placed under `$defs.value`. */
export const valueSchema = {
  if: { type: 'object' },
  then: {
    if: { required: ['cel'] },
    then: exactly({ cel: { type: 'string', minLength: 1, maxLength: MAX_EXPRESSION_LENGTH } }),
    else: exactly({ property: { type: 'string', pattern: PROPERTY_PATH_PATTERN } }),
  },
  else: {
    type: ['string', 'number', 'boolean', 'null'],
    maxLength: LONGEST_ATTRIBUTE,
    minimum: Number.MIN_SAFE_INTEGER,
    maximum: Number.MAX_SAFE_INTEGER,
  },
};

const TYPES = ['string', 'int', 'double', 'bool', 'null', 'dyn'];

/** Not written: there is something else, or an expression could not be evaluated. */
export const NOT_PLAIN = Symbol('not plain');

/** A compiled value; undefined where the event lacks the property. */
export type ReadValue = (
  event: DecisionEvent,
  player: RulePlayer,
  now: number,
) => PlainValue | undefined | typeof NOT_PLAIN;

/** @param scope stats and currencies of the program, which expressions read */
export function compileValue(value: Value, { stats, currencies }: Pick<RuleScope, 'stats' | 'currencies'>): ReadValue {
  if (typeof value !== 'object' || value === null) {
    const literal = plain(value);
    return () => literal;
  }
  if ('cel' in value) {
    const evaluate = compileExpression(value.cel, TYPES, stats, currencies);
    return (event, player, now) => {
      const evaluated = evaluate(event, player, now);
      return 'failed' in evaluated ? NOT_PLAIN : plain(evaluated.value);
    };
  }
  const read = compilePath(value.property);
  return (event) => {
    const found = read(event);
    return found === undefined ? undefined : plain(found);
  };
}

function plain(value: unknown): PlainValue | typeof NOT_PLAIN {
  const found = typeof value === 'bigint' ? Number(value) : value;
  if (attributeProblem(found)) return NOT_PLAIN;
  // −0 would be stored as 0: a replay must find what was written.
  return typeof found === 'number' ? found + 0 : (found as PlainValue);
}

/** What the schema of a value can't say; paths are JSON pointers from the value. */
export function checkValue(value: Value, keys: ProgramKeys): FieldProblem[] {
  if (typeof value === 'object' && value !== null) {
    return 'cel' in value ? checkExpression(value.cel, TYPES, keys) : [];
  }
  const [rule, message] = attributeProblem(value) ?? [];
  return rule === undefined || message === undefined ? [] : [{ path: '', rule, message }];
}

/** Most steps that reading it takes. */
export const stepsOfValue = (value: Value): number =>
  typeof value === 'object' && value !== null && 'cel' in value ? stepsOfExpression(value.cel, TYPES) : 1;

/** The value as it is named in the reason of a refusal. */
export function describeValue(value: Value): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return 'cel' in value ? value.cel : value.property;
}
