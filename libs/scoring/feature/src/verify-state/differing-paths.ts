import { canonicalJson } from '@laurel/scoring-domain';

/** A place in two values where they differ. */
export interface DifferingPath {
  /** Names from the root, joined by dots; empty for the whole. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

const ABSENT = 'nothing';
const MAX_TEXT = 200;

/** Where two JSON values differ, at most `limit` places; deeper ones rather than those around them. */
export function differingPaths(expected: unknown, found: unknown, limit = 5): DifferingPath[] {
  const places: DifferingPath[] = [];
  collect(expected, found, [], limit, places);
  return places;
}

function collect(
  expected: unknown,
  found: unknown,
  path: readonly string[],
  limit: number,
  places: DifferingPath[],
): void {
  if (places.length >= limit || textOf(expected) === textOf(found)) return;
  if (!isObject(expected) || !isObject(found)) {
    places.push({ path: path.join('.'), expected: short(textOf(expected)), found: short(textOf(found)) });
    return;
  }
  for (const name of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    collect(expected[name], found[name], [...path, name], limit, places);
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string => (value === undefined ? ABSENT : canonicalJson(value));

const short = (text: string): string => (text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT)}…`);
