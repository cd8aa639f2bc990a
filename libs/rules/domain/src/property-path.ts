import { type DecisionEvent, MAX_ELEMENTS } from './decision-event.js';

/** JSON-schema pattern of a path to an event's property: `event.properties.` and dot-separated names without brackets. */
export const PROPERTY_PATH_PATTERN = '^event\\.properties\\.[^.[\\]]{1,64}(\\.[^.[\\]]{1,64}){0,7}$';

/** The same where `[]` behind a name stands for every element of a list: `event.properties.items[].kind`. */
export const ELEMENTS_PATH_PATTERN = '^event\\.properties\\.[^.[\\]]{1,64}(\\[\\])?(\\.[^.[\\]]{1,64}(\\[\\])?){0,7}$';

const ELEMENTS = '[]';

const PREFIX_PARTS = 2;

/** Compiles a path to a reader. Only own properties count, so no path reaches a prototype; absent is undefined. */
export function compilePath(path: string): (event: DecisionEvent) => unknown {
  const names = path.split('.').slice(PREFIX_PARTS);
  const [only] = names;
  if (names.length === 1 && only !== undefined) return (event) => own(event.properties, only);
  return (event) => names.reduce<unknown>(own, event.properties);
}

/** Whether a path stands for as many values as lists have elements. */
export const hasElements = (path: string): boolean => path.includes(ELEMENTS);

/** Whether any value passes a test; undefined where none of the first `MAX_ELEMENTS` elements does and there are more. */
export type AnyPasses = (event: DecisionEvent, test: (value: unknown) => boolean) => boolean | undefined;

/** Compiles a path with `[]`. What is no list has no elements. */
export function compileElementsPath(path: string): AnyPasses {
  const steps = path
    .split('.')
    .slice(PREFIX_PARTS)
    .map((part) =>
      part.endsWith(ELEMENTS) ? { name: part.slice(0, -ELEMENTS.length), each: true } : { name: part, each: false },
    );
  return (event, test) => {
    const walk: Walk = { steps, test, left: MAX_ELEMENTS };
    const passes = anyPasses(walk, event.properties, 0);
    return !passes && walk.left < 0 ? undefined : passes;
  };
}

interface Walk {
  readonly steps: readonly { readonly name: string; readonly each: boolean }[];
  readonly test: (value: unknown) => boolean;
  /** Elements that may still be looked at; negative as soon as there are more. */
  left: number;
}

function anyPasses(walk: Walk, value: unknown, index: number): boolean {
  const step = walk.steps[index];
  if (!step) return walk.test(value);
  const inner = own(value, step.name);
  if (!step.each) return anyPasses(walk, inner, index + 1);
  if (!Array.isArray(inner)) return false;
  for (const element of inner) {
    walk.left -= 1;
    if (walk.left < 0) return false;
    if (anyPasses(walk, element, index + 1)) return true;
  }
  return false;
}

function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
