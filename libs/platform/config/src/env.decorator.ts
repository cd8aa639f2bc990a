import { ValidateNested } from 'class-validator';

/** How the text of a variable becomes a value. `list` splits at commas; `pem` reads `\n` escapes as line ends. */
export type EnvFormat = 'text' | 'integer' | 'list' | 'pem';

export interface EnvOptions {
  /** What the variable does, with its unit: one sentence for `docs/configuration.md` and `.env.example`. */
  readonly description: string;
  /** Default: `text`. */
  readonly as?: EnvFormat;
  /** A value to show where there is no default. */
  readonly example?: string;
  /** A secret: its value and default are never printed. */
  readonly secret?: boolean;
}

/** One variable bound to one property of a config class. */
export interface EnvBinding extends EnvOptions {
  readonly name: string;
  readonly property: string;
}

const bindingsByPrototype = new WeakMap<object, EnvBinding[]>();
const sectionsByPrototype = new WeakMap<object, string[]>();

/**
 * Fills the property from a variable. The property's initialiser is its default; a default that the property's own
 * validators refuse (`''`, `[]`) makes the variable required.
 */
export function Env(name: `LAUREL_${string}`, options: EnvOptions): PropertyDecorator {
  return (prototype, property) => {
    append(bindingsByPrototype, prototype, { ...options, name, property: String(property) });
  };
}

/** Marks a property that holds a group of settings shared by several apps: an instance of another config class. */
export function Section(): PropertyDecorator {
  return (prototype, property) => {
    append(sectionsByPrototype, prototype, String(property));
    ValidateNested()(prototype, property);
  };
}

export const bindingsOf = (instance: object): readonly EnvBinding[] =>
  bindingsByPrototype.get(prototypeOf(instance)) ?? [];

export const sectionsOf = (instance: object): readonly string[] => sectionsByPrototype.get(prototypeOf(instance)) ?? [];

const prototypeOf = (instance: object): object => Object(Object.getPrototypeOf(instance)) as object;

function append<T>(map: WeakMap<object, T[]>, key: object, value: T): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}
