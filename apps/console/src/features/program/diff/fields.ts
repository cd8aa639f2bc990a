import { type Json, isObject } from '../../../ui/schema-form/json-schema.js';
import { pointerTo } from '../../../ui/schema-form/labels.js';
import { isSame } from '../program.js';

/** One member that differs; a side is undefined where it has none. */
export interface Field {
  readonly path: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** What differs between two values, member by member; lists of another length differ as a whole where their items don't match. */
export function fieldsBetween(before: Json | undefined, after: Json | undefined, path = ''): Field[] {
  if (isSame(before, after)) return [];
  if (isObject(before) && isObject(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => fieldsBetween(before[name], after[name], pointerTo(path, name)));
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const [one, other] = [before as readonly Json[], after as readonly Json[]];
    return Array.from({ length: Math.max(one.length, other.length) }, (_, index) => index).flatMap((index) =>
      fieldsBetween(one[index], other[index], pointerTo(path, index)),
    );
  }
  return [{ path, before, after }];
}

/** A value as one reads it in a table. */
export function inWords(value: Json | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, typeof value === 'object' ? 2 : undefined);
}
