import { type ComponentType, createContext, useContext } from 'react';
import type { Json, JsonSchema } from './json-schema.js';
import type { SeedScope } from './seed.js';

/** What is wrong at a place of the value. */
export interface PlacedProblem {
  /** JSON pointer into the value. */
  readonly path: string;
  readonly message: string;
}

/** What one field of a form draws and tells. */
export interface FieldProps {
  readonly schema: JsonSchema;
  /** Undefined where there is none. */
  readonly value: Json | undefined;
  /** With undefined: there shall be none. */
  readonly onChange: (value: Json | undefined) => void;
  /** Where the value stands in the form's. */
  readonly pointer: string;
  /** The member's name; that of the list for what is in one. */
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
}

/** What all fields of a form know. */
export interface SchemaFormScope extends SeedScope {
  readonly problems: readonly PlacedProblem[];
  /** What is offered while one types, by the member's name. */
  readonly suggestions: Readonly<Record<string, readonly string[]>>;
  readonly labels: Readonly<Record<string, string>>;
  /** What shapes are called, by the member that only they have. */
  readonly choiceLabels: Readonly<Record<string, string>>;
  /** A sentence about a field, by its pointer without positions. */
  readonly help: Readonly<Record<string, string>>;
  /** Fields of their own for definitions, by the definition's name. */
  readonly widgets: Readonly<Record<string, ComponentType<FieldProps>>>;
  /** Pointers of what can't be changed. */
  readonly fixed: readonly string[];
  readonly readOnly: boolean;
}

export const SchemaFormContext = createContext<SchemaFormScope | undefined>(undefined);

/** What the form that this field stands in knows. */
export function useSchemaForm(): SchemaFormScope {
  const scope = useContext(SchemaFormContext);
  if (!scope) throw new Error('a field of a schema form stands outside of one');
  return scope;
}
