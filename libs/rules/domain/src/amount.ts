import { type FieldProblem, isSafeAmount } from '@laurel/kernel';
import { MAX_EXPRESSION_LENGTH } from './cel/cel-environment.js';
import { checkExpression, stepsOfExpression } from './cel/check-expression.js';
import { compileExpression } from './cel/compile-expression.js';
import type { ProgramKeys, RuleScope } from './conditions/condition-kind.js';
import { DECIMAL_PATTERN, unitsOfNumber, unitsOfText } from './decimal.js';
import type { DecisionEvent } from './decision-event.js';
import { exactly } from './json-schema.js';
import { PROPERTY_PATH_PATTERN, compilePath } from './property-path.js';
import { type RulePlayer, compileAttribute } from './rule-player.js';

/**
 * How much: a literal, what a property of the event or an attribute of the player says, optionally negated, or what an
 * expression of CEL comes to. It is written as people write it, 99.99, and is units of the scale of what it is of, 9999:
 * always a safe integer.
 */
export type Amount =
  | number
  | string
  | { readonly property: string; readonly negate?: boolean }
  | { readonly attribute: string; readonly negate?: boolean }
  | { readonly cel: string };

/** JSON Schema of an amount that is a literal. */
export const decimalAmountSchema = {
  if: { type: 'string' },
  then: { pattern: DECIMAL_PATTERN },
  else: { type: 'number', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
};

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
  else: decimalAmountSchema,
};

const TYPES = ['int', 'double', 'dyn'];

/** A compiled amount in units; undefined where neither event nor player holds it, or it is not exactly a safe number of them. */
export type ReadAmount = (event: DecisionEvent, player: RulePlayer, now: number) => number | undefined;

/** @param scale decimals of what the amount is of */
export function compileAmount(
  amount: Amount,
  scope: Pick<RuleScope, 'stats' | 'currencies'>,
  scale: number,
): ReadAmount {
  if (typeof amount === 'number' || typeof amount === 'string') {
    const literal = unitsOfLiteral(amount, scale);
    return () => literal;
  }
  if ('cel' in amount) return compileFormula(amount.cel, scope, scale);
  const read = compileSource(amount);
  const { negate = false } = amount;
  return (event, player) => {
    const value = read(event, player);
    const units = scale === 0 ? value : unitsOfValue(value, scale);
    if (!isSafeAmount(units)) return undefined;
    return negate && units !== 0 ? -units : units;
  };
}

function compileSource(
  amount: Exclude<Amount, number | string | { readonly cel: string }>,
): (event: DecisionEvent, player: RulePlayer) => unknown {
  if ('property' in amount) return compilePath(amount.property);
  const read = compileAttribute(amount.attribute);
  return (_event, player) => read(player);
}

/** Text says decimals that a number of JSON is too short for; where there are no decimals it says nothing. */
function unitsOfValue(value: unknown, scale: number): number | undefined {
  if (typeof value === 'number') return unitsOfNumber(value, scale);
  return typeof value === 'string' ? unitsOfText(value, scale) : undefined;
}

/** JSON can say −0; adding 0 makes it 0. */
export const unitsOfLiteral = (amount: number | string, scale: number): number | undefined =>
  typeof amount === 'string' ? unitsOfText(amount, scale) : unitsOfNumber(amount + 0, scale);

function compileFormula(text: string, { stats, currencies }: Pick<RuleScope, 'stats' | 'currencies'>, scale: number) {
  const evaluate = compileExpression(text, TYPES, stats, currencies);
  return (event: DecisionEvent, player: RulePlayer, now: number): number | undefined => {
    const evaluated = evaluate(event, player, now);
    if ('failed' in evaluated) return undefined;
    // Beyond 2^53 the conversion rounds, and what comes of it is no safe integer either.
    const value = typeof evaluated.value === 'bigint' ? Number(evaluated.value) : evaluated.value;
    return typeof value === 'number' ? unitsOfNumber(value + 0, scale) : undefined;
  };
}

/** What the schema of an amount can't say; paths are JSON pointers from the effect. */
export function checkAmount(amount: Amount, keys: ProgramKeys, scale: number): FieldProblem[] {
  if (typeof amount === 'number' || typeof amount === 'string') {
    const message = unitsOfLiteral(amount, scale) === undefined ? problemOf(amount, scale) : undefined;
    return message === undefined ? [] : [{ path: '/amount', rule: 'scale', message }];
  }
  if (!('cel' in amount)) return [];
  return checkExpression(amount.cel, TYPES, keys).map((problem) => ({ ...problem, path: `/amount${problem.path}` }));
}

/** Most steps that reading it takes. */
export const stepsOfAmount = (amount: Amount): number =>
  typeof amount === 'object' && 'cel' in amount ? stepsOfExpression(amount.cel, TYPES) : 1;

/** Why a literal is not exactly a safe number of units. */
function problemOf(amount: number | string, scale: number): string {
  const decimals = typeof amount === 'string' ? (amount.split('.')[1]?.length ?? 0) : 0;
  if (decimals > scale || (typeof amount === 'number' && scale === 0)) return `must be ${describeScale(scale)}`;
  if (typeof amount === 'string' || Number.isInteger(amount))
    return `must be at most 2^53 − 1 units of its last decimal`;
  return `must be ${describeScale(scale)}; one of more than 15 digits must be text`;
}

/** What an amount must be, in words. */
export function describeScale(scale: number): string {
  if (scale === 0) return 'an integer';
  return `a number with at most ${scale === 1 ? '1 decimal' : `${scale} decimals`}`;
}

export function describeAmount(amount: Amount): string {
  if (typeof amount === 'number' || typeof amount === 'string') return String(amount);
  if ('cel' in amount) return amount.cel;
  return `${amount.negate ? '−' : ''}${'property' in amount ? amount.property : `attribute ${amount.attribute}`}`;
}
