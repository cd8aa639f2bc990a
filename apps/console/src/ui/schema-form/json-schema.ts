/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** The part of JSON Schema (draft 7) that a program's schema uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly allOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
}

/** Schemas that others refer to by `#/$defs/<name>`. */
export type Definitions = Readonly<Record<string, JsonSchema>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list as JSON has them. */
export const isList = (value: unknown): value is readonly Json[] => Array.isArray(value);

/** A value as text; nothing where there is none. */
export function textOf(value: Json | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The name of the definition that a schema refers to. */
export const referenceOf = ({ $ref }: JsonSchema): string | undefined => $ref?.replace('#/$defs/', '');

/** The type of a value as a schema calls it. */
function typeOf(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Whether a value is of one of a schema's types. */
export function isOfType({ type }: JsonSchema, value: Json): boolean {
  if (type === undefined) return true;
  const actual = typeOf(value);
  const types = typeof type === 'string' ? [type] : type;
  return types.some((one) => one === actual || (one === 'integer' && actual === 'number'));
}
