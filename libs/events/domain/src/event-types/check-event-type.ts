import { type FieldProblem, lazily } from '@laurel/kernel';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { checkName } from '../event-properties.js';
import { pointerToken, toProblem } from '../schema-problem.js';
import { checkPayloadKeywords } from './check-payload-keywords.js';
import { compilePayloadSchema } from './compile-payload-schema.js';
import type { EventTypeDraft, PayloadSchema } from './event-type.js';
import { MAX_WORK, payloadWork } from './payload-work.js';

/** Largest schema of an event type, as JSON. */
export const MAX_SCHEMA_BYTES = 16_384;

const metaSchemas = lazily(() => new Ajv2020({ allErrors: true, validateFormats: false }));

/** What the shape of an event type can't say: its schema must be one, stand alone, and stay cheap. Paths are JSON pointers. */
export function checkEventType({ schema, validation = 'off' }: EventTypeDraft): FieldProblem[] {
  if (schema) return checkSchema(schema).map((problem) => ({ ...problem, path: `/schema${problem.path}` }));
  return validation === 'off'
    ? []
    : [{ path: '/schema', rule: 'required', message: `is required where \`validation\` is "${validation}"` }];
}

/** Each step relies on the one before: nothing is compiled that is too large, and nothing followed that leads nowhere. */
function checkSchema(schema: PayloadSchema): FieldProblem[] {
  for (const check of [checkSize, checkShape, checkWork, checkCompiled]) {
    const problems = check(schema);
    if (problems.length > 0) return problems;
  }
  return [];
}

function checkSize(schema: PayloadSchema): FieldProblem[] {
  const bytes = new TextEncoder().encode(JSON.stringify(schema)).length;
  return bytes <= MAX_SCHEMA_BYTES ? [] : [whole('maxBytes', `must be at most ${MAX_SCHEMA_BYTES} bytes of JSON`)];
}

function checkShape(schema: PayloadSchema): FieldProblem[] {
  const problems = [...findForbiddenNames(schema), ...checkPayloadKeywords(schema), ...checkMeta(schema)];
  const places = new Set<string>();
  return problems.filter(({ path }) => !places.has(path) && places.add(path));
}

function checkMeta(schema: PayloadSchema): FieldProblem[] {
  const metaSchema = metaSchemas();
  try {
    // A promise only for schemas that say `$async`, which is no keyword here.
    void metaSchema.validateSchema({ ...schema, $schema: undefined });
    return (metaSchema.errors ?? []).map(toProblem);
  } catch {
    return [whole('schema', 'holds objects where none belong, with names that keep them from being compared')];
  }
}

function checkWork(schema: PayloadSchema): FieldProblem[] {
  const work = payloadWork(schema);
  if (work <= MAX_WORK) return [];
  return work === Infinity
    ? [whole('recursion', 'must not refer to itself: an event of many levels would be checked without end')]
    : [whole('budget', `costs ${work} steps at one place of an event; at most ${MAX_WORK} are allowed`)];
}

/** What only the compiler finds: combinations that it holds for a mistake, such as a minimum of `contains` without it. */
function checkCompiled(schema: PayloadSchema): FieldProblem[] {
  try {
    compilePayloadSchema(schema);
    return [];
  } catch (error) {
    return [whole('schema', error instanceof Error ? error.message : 'can’t be compiled')];
  }
}

/** Names that no event's property may have can't be asked for, and are not stored. */
function findForbiddenNames(value: unknown): FieldProblem[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const problem = checkName(name);
    const found = problem ? [problem] : findForbiddenNames(inner);
    return found.map((each) => ({ ...each, path: `/${pointerToken(name)}${each.path}` }));
  });
}

const whole = (rule: string, message: string): FieldProblem => ({ path: '', rule, message });
