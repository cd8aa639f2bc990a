import { type ArgumentMetadata, Injectable, type Type, ValidationPipe } from '@nestjs/common';
import { type DomainError, type FieldProblem, type Result, err, ok } from '@laurel/kernel';
import type { ValidationError } from 'class-validator';
import { httpErrors } from '../problem/http.errors.js';
import { ProblemException } from '../problem/problem.exception.js';
import { escapePointer } from './json-pointer.js';

/**
 * Checks bodies, queries and path parameters that are declared as classes. Strict: unknown properties are refused, and
 * every problem is listed by JSON pointer.
 */
@Injectable()
export class InputPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      stopAtFirstError: false,
      exceptionFactory: (errors) => invalidInput(errors.flatMap((error) => problemsOf(error, ''))),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // What our own decorators give (the caller) came from us.
    if (metadata.type === 'custom') return value;
    if (metadata.type === 'body' && this.toValidate(metadata) && !isObject(value)) {
      throw invalidInput([{ path: '', rule: 'isObject', message: 'The body must be a JSON object' }]);
    }
    const inherited = this.toValidate(metadata) ? inheritedNames(value) : [];
    if (inherited.length > 0) throw invalidInput(inherited);
    return (await super.transform(value, metadata)) as unknown;
  }
}

const pipe = new InputPipe();

/** Checks one of several inputs of a request as a body is checked. Error: `http.invalid_input`. */
export async function readInput<T>(type: Type<T>, value: unknown): Promise<Result<T, DomainError>> {
  try {
    return ok((await pipe.transform(value, { type: 'body', metatype: type })) as T);
  } catch (error) {
    if (error instanceof ProblemException) return err(error.error);
    throw error;
  }
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names that every object has take themselves for known ones: `constructor`, `toString`. No input has them. */
const inheritedNames = (value: unknown): FieldProblem[] =>
  (typeof value === 'object' && value !== null ? Object.keys(value) : [])
    .filter((name) => name in Object.prototype)
    .map((name) => ({ path: `/${name}`, rule: 'unknown', message: `property ${name} should not exist` }));

const invalidInput = (errors: readonly FieldProblem[]): ProblemException =>
  new ProblemException(httpErrors.invalidInput('See `errors` for every problem.', { errors }));

function problemsOf(error: ValidationError, parent: string): FieldProblem[] {
  const path = `${parent}/${escapePointer(error.property)}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    path,
    rule: rule === 'whitelistValidation' ? 'unknown' : rule,
    message,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => problemsOf(child, path))];
}
