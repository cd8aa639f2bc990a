import type { FieldProblem } from '@laurel/kernel';
import { pointerToken } from './schema-problem.js';

export const MAX_PROPERTIES_BYTES = 32_768;
/** `properties` itself is the first level. */
export const MAX_PROPERTIES_DEPTH = 8;

/** Names that reach an object's prototype in careless code, ours or a customer's. */
const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const LONE_SURROGATE = /\p{Cs}/u;
const CONTROL_CHARACTER_OR_LONE_SURROGATE = /[\p{Cc}\p{Cs}]/u;

/** The first problem of an event's properties, by JSON pointer; undefined when there is none. */
export function findPropertyProblem(properties: Readonly<Record<string, unknown>>): FieldProblem | undefined {
  const problem = checkValue(properties, 1);
  if (problem) return { ...problem, path: `/properties${problem.path}` };
  if (fitsBytes(JSON.stringify(properties))) return undefined;
  return { path: '/properties', rule: 'maxBytes', message: `must be at most ${MAX_PROPERTIES_BYTES} bytes of JSON` };
}

function checkValue(value: unknown, depth: number): FieldProblem | undefined {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? undefined : broken('finite', 'must be a number that a double can hold');
    case 'string':
      return LONE_SURROGATE.test(value) ? broken('unicode', 'must not hold broken Unicode') : undefined;
    case 'object':
      return value === null ? undefined : checkContainer(value, depth);
    default:
      return undefined;
  }
}

function checkContainer(container: object, depth: number): FieldProblem | undefined {
  if (depth > MAX_PROPERTIES_DEPTH) return broken('maxDepth', `must be at most ${MAX_PROPERTIES_DEPTH} levels deep`);
  for (const [name, value] of Object.entries(container)) {
    const problem = checkName(name) ?? checkValue(value, depth + 1);
    if (problem) return { ...problem, path: `/${pointerToken(name)}${problem.path}` };
  }
  return undefined;
}

export function checkName(name: string): FieldProblem | undefined {
  if (FORBIDDEN_NAMES.has(name)) return broken('forbiddenName', 'is a name that no property may have');
  return CONTROL_CHARACTER_OR_LONE_SURROGATE.test(name)
    ? broken('name', 'must have a name without control characters or broken Unicode')
    : undefined;
}

const broken = (rule: string, message: string): FieldProblem => ({ path: '', rule, message });

/** A UTF-16 unit takes at most 3 bytes of UTF-8, so short texts need no encoding to be known as small. */
const fitsBytes = (text: string): boolean =>
  text.length * 3 <= MAX_PROPERTIES_BYTES || new TextEncoder().encode(text).length <= MAX_PROPERTIES_BYTES;
