/** Steps of a JSON pointer (RFC 6901). */
const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

type Container = Readonly<Record<string, unknown>> | readonly unknown[];

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** What a document has at a pointer; undefined where it has nothing. */
export function getAt(document: unknown, pointer: string): unknown {
  return stepsOf(pointer).reduce<unknown>(
    (value, step) => (isContainer(value) ? (value as Readonly<Record<string, unknown>>)[step] : undefined),
    document,
  );
}

/**
 * The document with another value at a pointer. Objects on the way that are not there begin; `undefined` takes the value away, and
 * objects with it that have nothing else.
 */
export function setAt<T>(document: T, pointer: string, value: unknown): T {
  return changed(document, stepsOf(pointer), value) as T;
}

function changed(target: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(target)) {
    const items: readonly unknown[] = target;
    return items.map((item, index) => (String(index) === step ? (changed(item, rest, value) ?? {}) : item));
  }
  const { [step]: before, ...others } = isContainer(target) ? (target as Readonly<Record<string, unknown>>) : {};
  const next = changed(before, rest, value);
  if (next === undefined) return Object.keys(others).length > 0 ? others : undefined;
  // What was there keeps its place.
  return before === undefined ? { ...others, [step]: next } : { ...(target as object), [step]: next };
}
