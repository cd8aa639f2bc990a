import { type DomainError, type Result, err } from '@laurel/kernel';

/** A result whose error's paths lead into a program, with paths as seen from the body that holds the program. */
export function underProgram<T>(result: Result<T, DomainError>): Result<T, DomainError> {
  if (result.ok || !result.error.errors) return result;
  return err({
    ...result.error,
    errors: result.error.errors.map((problem) => ({ ...problem, path: `/program${problem.path}` })),
  });
}
