import { pointerToken } from '../schema-problem.js';
import { compileLinearPattern } from './linear-pattern.js';
import { type SchemaNode, innerSchemas, isObject } from './schema-nodes.js';

/** What one place in an event's properties may cost at most; see `payloadWork`. */
export const MAX_WORK = 150;

const ENUM_VALUES_PER_STEP = 10;
/** Keywords whose schemas look at different places each: a place pays for the dearest, not for all. */
const DISJOINT = new Set(['properties', 'prefixItems']);

const REFERENCE = /^#\/\$defs\/([^/~%]+)$/;

/** The name in `$defs` that a `$ref` refers to; undefined when it refers to anything else. */
export const referredName = (reference: unknown): string | undefined =>
  typeof reference === 'string' ? REFERENCE.exec(reference)?.[1] : undefined;

/**
 * What a schema costs, in steps per value and per character: one for each schema that looks at it, one for each instruction of
 * a pattern, one for ten values of an `enum`. Schemas that meet at one place add up, through references too, so that a small
 * schema can't hide a large one. Infinite where it refers to itself.
 */
export function payloadWork(root: Readonly<Record<string, unknown>>): number {
  const definitions = isObject(root['$defs']) ? root['$defs'] : {};
  const known = new Map<string, number>();

  function workOf(node: SchemaNode): number {
    if (!isObject(node.schema)) return 1;
    return ownWork(node.schema) + innerWork(node) + referenceWork(node.schema['$ref']);
  }

  function innerWork(node: SchemaNode): number {
    const works = new Map<string, number>();
    for (const inner of innerSchemas(node)) {
      const [keyword = ''] = inner.path.slice(node.path.length + 1).split('/');
      const [sum, work] = [works.get(keyword) ?? 0, workOf(inner)];
      if (keyword !== pointerToken('$defs'))
        works.set(keyword, DISJOINT.has(keyword) ? Math.max(sum, work) : sum + work);
    }
    return [...works.values()].reduce((sum, work) => sum + work, 0);
  }

  function referenceWork(reference: unknown): number {
    const name = referredName(reference);
    if (name === undefined) return 0;
    const work = known.get(name);
    if (work !== undefined) return work;
    // Whoever comes back here before it is known goes in a circle.
    known.set(name, Infinity);
    known.set(name, workOf({ path: '', schema: definitions[name] }));
    return known.get(name) ?? 0;
  }

  return workOf({ path: '', schema: root });
}

/** Patterns were found good before. */
function ownWork({ pattern, patternProperties, enum: values }: Readonly<Record<string, unknown>>): number {
  const patterns = [
    ...(typeof pattern === 'string' ? [pattern] : []),
    ...(isObject(patternProperties) ? Object.keys(patternProperties) : []),
  ];
  const instructions = patterns.reduce((sum, source) => sum + compileLinearPattern(source).size, 0);
  return 1 + instructions + (Array.isArray(values) ? Math.ceil(values.length / ENUM_VALUES_PER_STEP) : 0);
}
