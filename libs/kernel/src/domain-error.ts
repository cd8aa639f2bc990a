/**
 * What kind of refusal an error is. One table in `platform/http` maps kinds to HTTP statuses and WebSocket close codes,
 * so that the domain knows neither.
 */
export type ErrorKind =
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'precondition_failed'
  | 'too_large'
  | 'unsupported'
  | 'invalid'
  | 'precondition_required'
  | 'rate_limited'
  | 'unavailable'
  | 'internal';

/** One thing wrong with an input: where (JSON pointer, `''` for the whole), which rule it broke, and what to do. */
export interface FieldProblem {
  readonly path: string;
  readonly rule: string;
  readonly message: string;
}

/** An expected error as a value. `code` is stable (`slice.reason`) and names its page in `docs/errors/`. */
export interface DomainError {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
  /** How long to wait before trying again, in seconds; set where trying again makes sense. */
  readonly retryAfterSeconds?: number;
}

/** A declared error: call it with the detail of one occurrence to get the value. */
export interface ErrorDefinition {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly title: string;
  (detail: string, more?: Pick<DomainError, 'errors' | 'retryAfterSeconds'>): DomainError;
}

/** Declares an error once, so that catalogues, docs pages and HTTP mappings can be checked against it. */
export function defineError(code: string, kind: ErrorKind, title: string): ErrorDefinition {
  const create = (detail: string, more: Pick<DomainError, 'errors' | 'retryAfterSeconds'> = {}): DomainError => ({
    code,
    kind,
    title,
    detail,
    ...more,
  });
  return Object.assign(create, { code, kind, title });
}
