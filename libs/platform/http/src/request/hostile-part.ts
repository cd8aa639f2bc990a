import type { FieldProblem } from '@laurel/kernel';
import { escapePointer } from './json-pointer.js';

/** Lists and objects inside each other; a program, the deepest of inputs, may take 64 of them inside its body. */
const MAX_DEPTH = 80;
/** Names of one object: what copies and checks inputs takes time that grows with their square. */
const MAX_NAMES = 1_000;
/** A half of a pair has no UTF-8: it would be stored as another text than was sent. */
const LONE_SURROGATE = /\p{Cs}/u;
/** The one character that no name of a stored document may hold. */
const NUL = '\u0000';

/** The first part of a parsed JSON text that is made to harm who reads it; undefined when there is none. */
export function findHostilePart(value: unknown, depth = 1): FieldProblem | undefined {
  if (typeof value === 'string')
    return LONE_SURROGATE.test(value) ? broken('unicode', 'holds broken Unicode') : undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : broken('finite', 'is beyond any number');
  if (typeof value !== 'object' || value === null) return undefined;
  return depth > MAX_DEPTH
    ? broken('depth', `lies deeper than ${MAX_DEPTH} levels`)
    : Array.isArray(value)
      ? findInList(value, depth)
      : findInObject(value, depth);
}

function findInList(list: readonly unknown[], depth: number): FieldProblem | undefined {
  for (const [index, item] of list.entries()) {
    const problem = findHostilePart(item, depth + 1);
    if (problem) return { ...problem, path: `/${index}${problem.path}` };
  }
  return undefined;
}

function findInObject(object: object, depth: number): FieldProblem | undefined {
  const entries = Object.entries(object);
  if (entries.length > MAX_NAMES) return broken('maxProperties', `has more than ${MAX_NAMES} names`);
  for (const [name, item] of entries) {
    const isNameBad = LONE_SURROGATE.test(name) || name.includes(NUL);
    const problem = isNameBad ? broken('name', 'has a name that cannot be stored') : findHostilePart(item, depth + 1);
    if (problem) return isNameBad ? problem : { ...problem, path: `/${escapePointer(name)}${problem.path}` };
  }
  return undefined;
}

const broken = (rule: string, message: string): FieldProblem => ({ path: '', rule, message });
