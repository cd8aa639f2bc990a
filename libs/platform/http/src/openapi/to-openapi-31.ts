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
  return typeof rest['type'] === 'string'
    ? { ...rest, type: [rest['type'], 'null'] }
    : { anyOf: [rest, { type: 'null' }] };
}
