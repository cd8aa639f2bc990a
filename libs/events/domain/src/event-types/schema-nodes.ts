import { pointerToken } from '../schema-problem.js';
import { PAYLOAD_KEYWORDS } from './payload-keywords.js';

/** One schema within a schema: an object of keywords, or what stands where one belongs. */
export interface SchemaNode {
  /** JSON pointer from the outermost schema. */
  readonly path: string;
  readonly schema: unknown;
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The schemas directly within a schema. */
export function innerSchemas({ path, schema }: SchemaNode): SchemaNode[] {
  if (!isObject(schema)) return [];
  return Object.entries(schema).flatMap(([keyword, value]) => {
    const at = `${path}/${pointerToken(keyword)}`;
    switch (PAYLOAD_KEYWORDS.get(keyword)) {
      case 'schema':
        return [{ path: at, schema: value }];
      case 'schemas':
        return Array.isArray(value)
          ? value.map((inner, index) => ({ path: `${at}/${index}`, schema: inner as unknown }))
          : [];
      case 'schemaMap':
        return isObject(value)
          ? Object.entries(value).map(([name, inner]) => ({ path: `${at}/${pointerToken(name)}`, schema: inner }))
          : [];
      default:
        return [];
    }
  });
}

/** A schema and all schemas within it. */
export function allSchemas(root: SchemaNode): SchemaNode[] {
  return [root, ...innerSchemas(root).flatMap(allSchemas)];
}
