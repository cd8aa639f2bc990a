import type { DomainError, Result } from '@laurel/kernel';

/** Carries an expected error out of a controller or guard to the filter that answers with it. */
export class ProblemException extends Error {
  override readonly name = 'ProblemException';

  constructor(
    readonly error: DomainError,
    /** Where HTTP has a status of its own for one kind's case (405); else the table decides. */
    readonly status?: number,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`${error.code}: ${error.detail}`);
  }
}

/**
 * The value of a result, for controllers.
 *
 * @throws ProblemException with the result's error, which the filter answers as problem details
 */
export function orThrow<T>(result: Result<T, DomainError>): T {
  if (!result.ok) {
    throw new ProblemException(result.error);
  }
  return result.value;
}
