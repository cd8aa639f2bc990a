import { type FieldProblem, isSafeAmount } from '@laurel/kernel';
import { MAX_EXPRESSION_LENGTH } from './cel/cel-environment.js';
import { checkExpression } from './cel/check-expression.js';
import { compileExpression } from './cel/compile-expression.js';
import type { ProgramKeys } from './conditions/condition-kind.js';
import type { DecisionEvent } from './decision-event.js';
import { exactly } from './json-schema.js';
import { PROPERTY_PATH_PATTERN, compilePath } from './property-path.js';
import { type RulePlayer, compileAttribute } from './rule-player.js';
import type { StatDefinition } from './stat.js';

/**
 * How much: a literal, what a property of the event or an attribute of the player says, optionally negated, or what an
 * expression of CEL comes to. Always a safe integer.
 */
export type Amount =
  | number
  | { readonly property: string; readonly negate?: boolean }
  | { readonly attribute: string; readonly negate?: boolean }
  | { readonly cel: string };

/** JSON Schema of an amount, to be placed under `$defs.amount`. */
export const amountSchema = {
  if: { type: 'object' },
  then: {
    if: { required: ['cel'] },
    then: exactly({ cel: { type: 'string', minLength: 1, maxLength: MAX_EXPRESSION_LENGTH } }),
    else: {
      if: { required: ['attribute'] },
      then: exactly({ attribute: { $ref: '#/$defs/slug' }, negate: { type: 'boolean' } }, ['negate']),
      else: exactly({ property: { type: 'string', pattern: PROPERTY_PATH_PATTERN }, negate: { type: 'boolean' } }, [
        'negate',
      ]),
    },
  },
  else: { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
};

const TYPES = ['int', 'double', 'dyn'];

/** A compiled amount; undefined where neither event nor player holds it, or it is no safe integer. */
export type ReadAmount = (event: DecisionEvent, player: RulePlayer, now: number) => number | undefined;

/** @param stats of the program by key, which expressions read */
export function compileAmount(amount: Amount, stats: ReadonlyMap<string, StatDefinition>): ReadAmount {
  if (typeof amount === 'number') {
    // JSON can say −0; adding 0 makes it 0.
    const literal = amount + 0;
    return () => literal;
  }
  if ('cel' in amount) return compileFormula(amount.cel, stats);
  const read = compileSource(amount);
  const { negate = false } = amount;
  return (event, player) => {
    const value = read(event, player);
    if (!isSafeAmount(value)) return undefined;
    return negate && value !== 0 ? -value : value;
  };
}

function compileSource(
  amount: Exclude<Amount, number | { readonly cel: string }>,
): (event: DecisionEvent, player: RulePlayer) => unknown {
  if ('property' in amount) return compilePath(amount.property);
  const read = compileAttribute(amount.attribute);
  return (_event, player) => read(player);
}

function compileFormula(text: string, stats: ReadonlyMap<string, StatDefinition>): ReadAmount {
  const evaluate = compileExpression(text, TYPES, stats);
  return (event, player, now) => {
    const evaluated = evaluate(event, player, now);
    if ('failed' in evaluated) return undefined;
    // Beyond 2^53 the conversion rounds, and what comes of it is no safe integer either.
    const value = typeof evaluated.value === 'bigint' ? Number(evaluated.value) : evaluated.value;
    return isSafeAmount(value) ? value + 0 : undefined;
  };
}

/** What the schema of an amount can't say; paths are JSON pointers from the effect. */
export const checkAmount = (amount: Amount, keys: ProgramKeys): FieldProblem[] =>
  typeof amount === 'object' && 'cel' in amount
    ? checkExpression(amount.cel, TYPES, keys).map((problem) => ({ ...problem, path: `/amount${problem.path}` }))
    : [];

export function describeAmount(amount: Amount): string {
  if (typeof amount === 'number') return String(amount);
  if ('cel' in amount) return amount.cel;
  return `${amount.negate ? '−' : ''}${'property' in amount ? amount.property : `attribute ${amount.attribute}`}`;
}
