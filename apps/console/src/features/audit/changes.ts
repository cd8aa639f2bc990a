/** One value that an action changed; undefined on the side where there was none. */
export interface Change {
  /** Where it is: `roles.live`. */
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What differs between two states, value by value, in the order of the later one; what was taken away comes last. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  const [left, right] = [new Map(leavesOf(before, '')), new Map(leavesOf(after, ''))];
  const paths = [...right.keys(), ...[...left.keys()].filter((path) => !right.has(path))];
  return paths
    .map((path) => ({ path, before: left.get(path), after: right.get(path) }))
    .filter((change) => change.before !== change.after);
}

function leavesOf(value: unknown, path: string): (readonly [string, string])[] {
  if (value === null || value === undefined) return path === '' ? [] : [[path, 'null']];
  if (typeof value !== 'object') return [[path, typeof value === 'string' ? value : JSON.stringify(value)]];
  const parts = Object.entries(value);
  if (parts.length === 0 && path !== '') return [[path, Array.isArray(value) ? '[]' : '{}']];
  return parts.flatMap(([key, part]) => leavesOf(part, path === '' ? key : `${path}.${key}`));
}
