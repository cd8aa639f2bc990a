import type { FieldProblem } from '@laurel/kernel';

/** Most levels of lists and objects inside each other; a condition tree takes one or two a node. */
const MAX_DEPTH = 64;

/** The first place that lies deeper than a program may be nested; undefined when there is none. */
export function findTooDeep(value: unknown, depth = 0): FieldProblem | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth === MAX_DEPTH) {
    return { path: '', rule: 'depth', message: `lies deeper than the ${MAX_DEPTH} levels of a program` };
  }
  for (const [name, inner] of Object.entries(value)) {
    const problem = findTooDeep(inner, depth + 1);
    if (problem) return { ...problem, path: `/${pointerToken(name)}${problem.path}` };
  }
  return undefined;
}

/** A name as a part of a JSON pointer (RFC 6901, 3). */
export const pointerToken = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
