import { type DomainError, type FieldProblem, type Result, err, lazily, ok } from '@laurel/kernel';
import { Ajv, type ErrorObject } from 'ajv';
import { checkProgram, duplicateKeys } from './check-program.js';
import { successionProblems } from './currencies.js';
import { findTooDeep, pointerToken } from './document-depth.js';
import { releaseErrors } from './errors.js';
import type { ProgramDocument, ReleasedProgram } from './program.js';
import { programSchema } from './program.schema.js';
import { RESOURCE_KINDS, type Resource, type ResourceKind } from './resource-kinds.js';

/** Compiled when the first of their kind is validated: it takes a fifth of the time that a service starts in, and most need none. */
const ajv = lazily(() => new Ajv({ allErrors: true, strict: false }).addSchema(programSchema, 'program'));
const programValidator = lazily(() => ajv().compile<ProgramDocument>(programSchema));
const validatorByPath = new Map(
  RESOURCE_KINDS.map(({ path, collection }) => [
    path,
    lazily(() => ajv().compile<Resource>({ $ref: `program#/properties/${collection}/items` })),
  ]),
);

/**
 * Validates a program as a whole.
 *
 * @param previous the release that it is to follow
 * @returns the program, or `releases.invalid_program` with every problem by its JSON pointer. References are only checked
 *   once the shape is right: a stat that is misspelt in its own definition would be reported twice.
 */
export function validateProgram(document: unknown, previous?: ReleasedProgram): Result<ProgramDocument, DomainError> {
  const problems = programProblems(document, previous);
  if (problems.length === 0) return ok(document as ProgramDocument);
  return err(
    releaseErrors.invalidProgram(`The program has ${count(problems)}; nothing was published.`, { errors: problems }),
  );
}

/**
 * Validates a program as a draft, in which references may still lead to nothing: its shape, and that no key is used twice.
 *
 * @returns the program, or `releases.invalid_program`
 */
export function validateDraft(document: unknown): Result<ProgramDocument, DomainError> {
  const problems = shapeOf(document) ?? duplicateKeys(document as ProgramDocument);
  if (problems.length === 0) return ok(document as ProgramDocument);
  return err(
    releaseErrors.invalidProgram(`The program has ${count(problems)}; the draft is as it was.`, { errors: problems }),
  );
}

/**
 * Validates the shape of one resource.
 *
 * @returns the resource, or `releases.invalid_resource` with every problem by its JSON pointer into the resource
 */
export function validateResource({ path, name }: ResourceKind, resource: unknown): Result<Resource, DomainError> {
  const validateShape = validatorByPath.get(path)?.();
  if (!validateShape) throw new Error(`${path} is no registered kind of resource`);
  const tooDeep = findTooDeep(resource);
  if (!tooDeep && validateShape(resource)) return ok(resource);
  const problems = tooDeep ? [tooDeep] : shapeProblems(validateShape.errors ?? []);
  const detail = `The ${name.toLowerCase()} has ${count(problems)}; the draft is as it was.`;
  return err(releaseErrors.invalidResource(detail, { errors: problems }));
}

/**
 * Every problem of a program: of its shape or, where that is right, of what it refers to and of what it follows. None: it can
 * be published.
 *
 * @param previous the release that it is to follow
 */
export function programProblems(document: unknown, previous?: ReleasedProgram): FieldProblem[] {
  const program = document as ProgramDocument;
  return shapeOf(document) ?? [...checkProgram(program), ...successionProblems(program, previous)];
}

const count = ({ length }: readonly unknown[]): string => (length === 1 ? '1 problem' : `${length} problems`);

/** What is wrong with the shape of a program; undefined when nothing is. */
function shapeOf(document: unknown): FieldProblem[] | undefined {
  // The schema of conditions refers to itself: a document nested without bound would exhaust the stack.
  const tooDeep = findTooDeep(document);
  if (tooDeep) return [tooDeep];
  const validate = programValidator();
  return validate(document) ? undefined : shapeProblems(validate.errors ?? []);
}

function shapeProblems(errors: readonly ErrorObject[]): FieldProblem[] {
  const problems = errors.filter(({ keyword }) => keyword !== 'if').map(toProblem);
  const seen = new Set<string>();
  return problems.filter(({ path, rule }) => {
    const id = `${path} ${rule}`;
    return seen.has(id) ? false : seen.add(id);
  });
}

function toProblem({ instancePath, keyword, message, params }: ErrorObject): FieldProblem {
  const names = params as { missingProperty?: string; additionalProperty?: string; allowedValues?: unknown[] };
  if (names.missingProperty !== undefined) {
    return { path: `${instancePath}/${pointerToken(names.missingProperty)}`, rule: 'required', message: 'is required' };
  }
  if (names.additionalProperty !== undefined) {
    return {
      path: `${instancePath}/${pointerToken(names.additionalProperty)}`,
      rule: 'unknown',
      message: 'is not a known field',
    };
  }
  const allowed = names.allowedValues ? `: ${names.allowedValues.join(', ')}` : '';
  return { path: instancePath, rule: keyword, message: `${message ?? 'is not valid'}${allowed}` };
}
