import type { FieldProblem } from '@laurel/kernel';
import { pointerToken } from '../schema-problem.js';
import { FORMATS } from './compile-payload-schema.js';
import type { PayloadSchema } from './event-type.js';
import { compileLinearPattern } from './linear-pattern.js';
import { PAYLOAD_KEYWORDS } from './payload-keywords.js';
import { referredName } from './payload-work.js';
import { allSchemas, isObject } from './schema-nodes.js';

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';
const SCALARS = new Set<unknown>(['null', 'boolean', 'integer', 'number', 'string']);

type Keywords = Readonly<Record<string, unknown>>;

/** Whether every schema within a schema keeps to the dialect. Shapes of values are left to the meta-schema. */
export function checkPayloadKeywords(root: PayloadSchema): FieldProblem[] {
  const definitions = isObject(root['$defs']) ? root['$defs'] : {};
  return allSchemas({ path: '', schema: root }).flatMap((node) => {
    const { path, schema } = node;
    if (!isObject(schema)) return [];
    const problems = [
      ...checkKnown(schema),
      ...checkRoot(schema, path === ''),
      ...checkReference(schema, definitions),
      ...checkPatterns(schema),
      ...checkValues(schema),
    ];
    return problems.map((problem) => ({ ...problem, path: `${path}${problem.path}` }));
  });
}

const checkKnown = (schema: Keywords): FieldProblem[] =>
  Object.keys(schema)
    .filter((keyword) => !PAYLOAD_KEYWORDS.has(keyword))
    .map((keyword) => problem(keyword, 'unknown', 'is not a keyword that the schema of an event type may use'));

function checkRoot(schema: Keywords, isRoot: boolean): FieldProblem[] {
  if (!isRoot) {
    return ['$schema', '$defs']
      .filter((keyword) => keyword in schema)
      .map((keyword) => problem(keyword, 'outermost', 'belongs into the outermost schema'));
  }
  const { $schema } = schema;
  return $schema === undefined || $schema === DRAFT ? [] : [problem('$schema', 'draft', `must be ${DRAFT}, or absent`)];
}

function checkReference({ $ref }: Keywords, definitions: Keywords): FieldProblem[] {
  if ($ref === undefined) return [];
  const name = referredName($ref);
  if (name === undefined)
    return [problem('$ref', 'reference', 'must be #/$defs/<name>: a schema refers to itself alone')];
  return Object.hasOwn(definitions, name) ? [] : [problem('$ref', 'reference', `there is no "${name}" in $defs`)];
}

function checkPatterns({ pattern, patternProperties }: Keywords): FieldProblem[] {
  return [
    ...(typeof pattern === 'string' ? checkPattern(pattern, 'pattern') : []),
    ...(isObject(patternProperties)
      ? Object.keys(patternProperties).flatMap((source) => checkPattern(source, 'patternProperties', source))
      : []),
  ];
}

function checkPattern(source: string, ...path: readonly string[]): FieldProblem[] {
  try {
    compileLinearPattern(source);
    return [];
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown';
    const message = `must be a pattern that is matched in linear time, without look-around and back-references: ${why}`;
    return [{ ...problem('', 'pattern', message), path: `/${path.map(pointerToken).join('/')}` }];
  }
}

function checkValues({ format, uniqueItems, items }: Keywords): FieldProblem[] {
  const formats = Object.keys(FORMATS).join(', ');
  const isKnown = typeof format !== 'string' || Object.hasOwn(FORMATS, format);
  return [
    ...(isKnown ? [] : [problem('format', 'enum', `must be one of ${formats}; describe others by a pattern`)]),
    ...(uniqueItems === true && !areScalars(items)
      ? [problem('uniqueItems', 'scalars', 'needs `items` of a scalar `type`: comparing all pairs would take too long')]
      : []),
  ];
}

/** Lists of scalars are compared by a look-up each. */
function areScalars(items: unknown): boolean {
  if (!isObject(items)) return false;
  const types: readonly unknown[] = Array.isArray(items['type']) ? items['type'] : [items['type']];
  return types.every((type) => SCALARS.has(type));
}

const problem = (keyword: string, rule: string, message: string): FieldProblem => ({
  path: `/${pointerToken(keyword)}`,
  rule,
  message,
});
