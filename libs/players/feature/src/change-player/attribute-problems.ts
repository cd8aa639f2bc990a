import { type FieldProblem, SLUG_PATTERN, isSlug } from '@laurel/kernel';
import { MAX_ATTRIBUTES } from '@laurel/scoring-domain';

const LONGEST_TEXT = 256;
const BROKEN_TEXT = /[\p{Cc}\p{Cs}]/u;

/** Everything that is wrong with attributes, by JSON pointer. */
export function findAttributeProblems(attributes: Readonly<Record<string, unknown>>): FieldProblem[] {
  const entries = Object.entries(attributes);
  if (entries.length > MAX_ATTRIBUTES) {
    const message = `must be at most ${MAX_ATTRIBUTES} attributes`;
    return [{ path: '/attributes', rule: 'maxProperties', message }];
  }
  return entries.flatMap(([key, value]) => {
    const [rule, message] = problemOfKey(key) ?? problemOfValue(value) ?? [];
    return rule === undefined || message === undefined
      ? []
      : [{ path: `/attributes/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, rule, message }];
  });
}

function problemOfKey(key: string): readonly [rule: string, message: string] | undefined {
  return isSlug(key) ? undefined : ['slug', `must have a key that matches ${SLUG_PATTERN}`];
}

function problemOfValue(value: unknown): readonly [rule: string, message: string] | undefined {
  switch (typeof value) {
    case 'boolean':
      return undefined;
    case 'number':
      return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER
        ? undefined
        : ['safeNumber', 'must be a number between −(2^53 − 1) and 2^53 − 1'];
    case 'string':
      if (Array.from(value).length > LONGEST_TEXT) return ['maxLength', `must have at most ${LONGEST_TEXT} characters`];
      return BROKEN_TEXT.test(value) ? ['unicode', 'must not hold control characters or broken Unicode'] : undefined;
    default:
      return value === null ? undefined : ['attributeType', 'must be a text, a number, a boolean or null'];
  }
}
