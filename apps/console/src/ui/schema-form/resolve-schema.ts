import { type Definitions, type Json, type JsonSchema, isObject, isOfType, referenceOf } from './json-schema.js';

/** The schema that a reference leads to; itself where it is none. */
export function dereferenced(schema: JsonSchema, definitions: Definitions): JsonSchema {
  const name = referenceOf(schema);
  if (name === undefined) return schema;
  const target = definitions[name];
  return target ? dereferenced(target, definitions) : {};
}

/** Whether a value passes the test of an `if`: its type, what it must have, and values of its members. */
export function passes(test: JsonSchema, value: Json | undefined): boolean {
  if (value === undefined) return false;
  if (!isOfType(test, value)) return false;
  if (test.const !== undefined && test.const !== value) return false;
  if (test.enum && !test.enum.includes(value)) return false;
  if (!isObject(value)) return true;
  const hasAll = (test.required ?? []).every((name) => value[name] !== undefined);
  const members = Object.entries(test.properties ?? {});
  return hasAll && members.every(([name, member]) => value[name] === undefined || passes(member, value[name]));
}

/** What a value must satisfy as it is now: references followed, conditions decided, parts put together. */
export function effectiveSchema(schema: JsonSchema, value: Json | undefined, definitions: Definitions): JsonSchema {
  const { if: test, then, else: otherwise, allOf = [], ...own } = dereferenced(schema, definitions);
  const branch = test && (passes(test, value) ? then : otherwise);
  return [...(branch ? [branch] : []), ...allOf].reduce<JsonSchema>(
    (all, part) => merged(all, effectiveSchema(part, value, definitions)),
    own,
  );
}

/** Both at once. Members stand in the order of the one that knows all of them. */
function merged(one: JsonSchema, other: JsonSchema): JsonSchema {
  const [first, second] = other.additionalProperties === false ? [other, one] : [one, other];
  const names = new Set([...Object.keys(first.properties ?? {}), ...Object.keys(second.properties ?? {})]);
  const members = [...names].map((name) => [name, { ...one.properties?.[name], ...other.properties?.[name] }] as const);
  const required = [...new Set([...(one.required ?? []), ...(other.required ?? [])])];
  return {
    ...one,
    ...other,
    ...(members.length > 0 ? { properties: Object.fromEntries(members) } : {}),
    ...(required.length > 0 ? { required } : {}),
  };
}

/** One of several shapes that a value may have. */
export interface Choice {
  /** The member that only this shape must have; empty for the plain one. */
  readonly name: string;
  readonly schema: JsonSchema;
}

/** The shapes between which a schema decides by what a value is or has; none where it leaves no choice. */
export function choicesOf(schema: JsonSchema, definitions: Definitions): readonly Choice[] {
  const shapes = shapesOf(schema, definitions);
  if (shapes.length < 2) return [];
  return shapes.map((shape) => {
    const others = shapes.filter((other) => other !== shape).flatMap(({ required = [] }) => required);
    return { schema: shape, name: (shape.required ?? []).find((name) => !others.includes(name)) ?? '' };
  });
}

/** The shape that a value has. */
export function chosenSchema(schema: JsonSchema, value: Json | undefined, definitions: Definitions): JsonSchema {
  const target = dereferenced(schema, definitions);
  if (!isChoice(target)) return target;
  const branch = target.if && passes(target.if, value) ? target.then : target.else;
  return chosenSchema(branch ?? {}, value, definitions);
}

function shapesOf(schema: JsonSchema, definitions: Definitions): JsonSchema[] {
  const target = dereferenced(schema, definitions);
  if (!isChoice(target)) return [target];
  return [target.then ?? {}, target.else ?? {}].flatMap((branch) => shapesOf(branch, definitions));
}

/** A number that may also be written as text is no choice: it is one field. */
const isChoice = ({ if: test, then, else: otherwise }: JsonSchema): boolean =>
  test !== undefined && then !== undefined && otherwise !== undefined && test.type !== 'string';
