import type { DecisionEvent } from './decision-event.js';

/** JSON-schema pattern of a path to an event's property: `event.properties.` and dot-separated names. */
export const PROPERTY_PATH_PATTERN = '^event\\.properties\\.[^.]{1,64}(\\.[^.]{1,64}){0,7}$';

const PREFIX_PARTS = 2;

/** Compiles a path to a reader. Only own properties count, so no path reaches a prototype; absent is undefined. */
export function compilePath(path: string): (event: DecisionEvent) => unknown {
  const names = path.split('.').slice(PREFIX_PARTS);
  const [only] = names;
  if (names.length === 1 && only !== undefined) return (event) => own(event.properties, only);
  return (event) => names.reduce<unknown>(own, event.properties);
}

function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
