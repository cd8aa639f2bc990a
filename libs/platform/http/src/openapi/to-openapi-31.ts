import type { OpenAPIObject } from '@nestjs/swagger';

/** Turns what the generator still writes in the manner of 3.0 (`nullable`) into JSON Schema, which 3.1 uses. */
export const toOpenApi31 = (document: OpenAPIObject): OpenAPIObject => convert(document) as OpenAPIObject;

function convert(node: unknown): unknown {
  if (Array.isArray(node)) {
    return node.map(convert);
  }
  if (typeof node !== 'object' || node === null) {
    return node;
  }
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, convert(value)]),
  ) as Record<string, unknown>;
  if (nullable !== true) {
    return rest;
  }
  const { allOf, type, ...about } = rest;
  // The generator's way of saying more of what it refers to: null is none of that.
  if (Array.isArray(allOf)) return { ...about, anyOf: [...(allOf as readonly unknown[]), NULL] };
  return typeof type === 'string' ? { ...rest, type: [type, 'null'] } : { anyOf: [rest, NULL] };
}

const NULL = { type: 'null' };
