import {
  type Definitions,
  type Json,
  type JsonObject,
  type JsonSchema,
  isObject,
  isOfType,
  referenceOf,
} from './json-schema.js';
import { choicesOf, dereferenced, effectiveSchema } from './resolve-schema.js';

/** What a new value of a definition begins with, by the definition's name. */
export type Seeds = Readonly<Record<string, Json>>;

export interface SeedScope {
  readonly definitions: Definitions;
  readonly seeds: Seeds;
}

/** A value with which a form for a schema can begin. It may still lack what only a person knows. */
export function seedOf(schema: JsonSchema, scope: SeedScope): Json {
  const seed = scope.seeds[referenceOf(schema) ?? ''];
  if (seed !== undefined) return seed;
  const choices = choicesOf(schema, scope.definitions);
  // Where a plain value will do, it is what most people mean.
  const chosen = choices.find((choice) => !isObjectSchema(choice.schema)) ?? choices[0];
  if (chosen) return seedOf(chosen.schema, scope);
  return plainSeed(dereferenced(schema, scope.definitions), scope);
}

function plainSeed(schema: JsonSchema, scope: SeedScope): Json {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum?.[0] !== undefined) return schema.enum[0];
  if (isObjectSchema(schema)) return fitted({}, schema, scope);
  switch (schema.type) {
    case 'array':
      return schema.minItems && schema.items && !isWord(schema.items, scope) ? [seedOf(schema.items, scope)] : [];
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, 1);
    case 'boolean':
      return true;
    default:
      return isDecimal(schema) ? 1 : '';
  }
}

/** Words are typed by people: an empty one is none. */
const isWord = (items: JsonSchema, { definitions }: SeedScope): boolean => {
  const { type, enum: options } = dereferenced(items, definitions);
  return type === 'string' && options === undefined;
};

/** How often fitting may change what it is to fit: a member decides about others, which decide about the rest. */
const ROUNDS = 3;

/** The value as its schema wants it after a member changed: what it may not have is gone, and what it must have is there. */
export function fitted(value: JsonObject, schema: JsonSchema, scope: SeedScope): JsonObject {
  let current = value;
  for (let round = 0; round < ROUNDS; round += 1) current = fittedOnce(current, schema, scope);
  return current;
}

function fittedOnce(value: JsonObject, schema: JsonSchema, scope: SeedScope): JsonObject {
  const { properties = {}, required = [], additionalProperties } = effectiveSchema(schema, value, scope.definitions);
  const known = Object.entries(properties).flatMap(([name, member]): [string, Json][] => {
    const present = value[name];
    if (present !== undefined && fits(member, present, scope)) return [[name, present]];
    return required.includes(name) ? [[name, seedOf(member, scope)]] : [];
  });
  const rest = additionalProperties === false ? [] : Object.entries(value).filter(([name]) => !(name in properties));
  return Object.fromEntries([...known, ...rest]);
}

function fits(schema: JsonSchema, value: Json, { definitions }: SeedScope): boolean {
  const effective = effectiveSchema(schema, value, definitions);
  return isOfType(effective, value) && (!effective.enum || effective.enum.includes(value));
}

export const isObjectSchema = ({ type, properties }: JsonSchema): boolean =>
  type === 'object' || properties !== undefined;

/** An amount: a number, or text where a number would lose digits. */
export const isDecimal = ({ if: test, else: otherwise }: JsonSchema): boolean =>
  test?.type === 'string' && otherwise?.type === 'number';

/** A value with a member set, or taken away where it is undefined. */
export function withMember(value: Json | undefined, name: string, member: Json | undefined): JsonObject {
  const { [name]: _before, ...rest } = isObject(value) ? value : {};
  if (member === undefined) return rest;
  // A member that was there keeps its place.
  if (isObject(value) && name in value) return { ...value, [name]: member };
  return { ...rest, [name]: member };
}
