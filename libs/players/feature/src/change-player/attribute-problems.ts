import { type FieldProblem, SLUG_PATTERN, attributeProblem, isSlug } from '@laurel/kernel';
import { MAX_ATTRIBUTES } from '@laurel/scoring-domain';

/** Everything that is wrong with attributes, by JSON pointer. */
export function findAttributeProblems(attributes: Readonly<Record<string, unknown>>): FieldProblem[] {
  const entries = Object.entries(attributes);
  if (entries.length > MAX_ATTRIBUTES) {
    const message = `must be at most ${MAX_ATTRIBUTES} attributes`;
    return [{ path: '/attributes', rule: 'maxProperties', message }];
  }
  return entries.flatMap(([key, value]) => {
    const [rule, message] = problemOfKey(key) ?? attributeProblem(value) ?? [];
    return rule === undefined || message === undefined
      ? []
      : [{ path: `/attributes/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, rule, message }];
  });
}

function problemOfKey(key: string): readonly [rule: string, message: string] | undefined {
  return isSlug(key) ? undefined : ['slug', `must have a key that matches ${SLUG_PATTERN}`];
}
