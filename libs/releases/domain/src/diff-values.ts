import { pointerToken } from './document-depth.js';

/** One place where two values differ. A side that has nothing there is left out. */
export interface FieldChange {
  /** JSON pointer into the value. */
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Every place where two JSON values differ. Members of objects are compared by name, entries of lists by place. */
export function diffValues(before: unknown, after: unknown, path = ''): FieldChange[] {
  if (before === after) return [];
  const [left, right] = [membersOf(before), membersOf(after)];
  if (!left || !right || Array.isArray(before) !== Array.isArray(after)) {
    return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
  }
  const names = [...new Set([...left.keys(), ...right.keys()])];
  return names.flatMap((name) => diffValues(left.get(name), right.get(name), `${path}/${pointerToken(name)}`));
}

/** What an object or a list holds, by name; of anything else undefined. A map, since an object has names by nature. */
const membersOf = (value: unknown): ReadonlyMap<string, unknown> | undefined =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
