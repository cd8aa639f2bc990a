import { bindingsOf, sectionsOf } from './env.decorator.js';
import type { EnvBinding } from './env.decorator.js';

/** A config class: built without arguments, so that its defaults can be read without an environment. */
export type ConfigClass<T extends object> = new () => T;

/** One variable and the object that holds its property. */
export interface BoundVariable {
  readonly owner: object;
  readonly binding: EnvBinding;
}

/** Every variable of a config and of its sections, in the order they are declared. */
export function variablesOf(config: object): BoundVariable[] {
  const own = bindingsOf(config).map((binding) => ({ owner: config, binding }));
  const nested = sectionsOf(config).flatMap((property) => variablesOf(sectionAt(config, property)));
  return [...nested, ...own];
}

function sectionAt(config: object, property: string): object {
  const section: unknown = Reflect.get(config, property);
  if (typeof section !== 'object' || section === null) {
    throw new TypeError(`${config.constructor.name}.${property} is a section without a value`);
  }
  return section;
}
