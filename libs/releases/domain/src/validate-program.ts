import { type DomainError, type FieldProblem, type Result, err, ok } from '@laurel/kernel';
import { Ajv, type ErrorObject } from 'ajv';
import { checkProgram } from './check-program.js';
import { findTooDeep, pointerToken } from './document-depth.js';
import { releaseErrors } from './errors.js';
import type { ProgramDocument } from './program.js';
import { programSchema } from './program.schema.js';

const validate = new Ajv({ allErrors: true, strict: false }).compile<ProgramDocument>(programSchema);

/**
 * Validates a program as a whole.
 *
 * @returns the program, or `releases.invalid_program` with every problem by its JSON pointer. References are only checked
 *   once the shape is right: a stat that is misspelt in its own definition would be reported twice.
 */
export function validateProgram(document: unknown): Result<ProgramDocument, DomainError> {
  const problems = problemsOf(document);
  if (problems.length === 0) return ok(document as ProgramDocument);
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return err(releaseErrors.invalidProgram(`The program has ${count}; nothing was published.`, { errors: problems }));
}

function problemsOf(document: unknown): FieldProblem[] {
  // The schema of conditions refers to itself: a document nested without bound would exhaust the stack.
  const tooDeep = findTooDeep(document);
  if (tooDeep) return [tooDeep];
  return validate(document) ? checkProgram(document) : shapeProblems(validate.errors ?? []);
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
