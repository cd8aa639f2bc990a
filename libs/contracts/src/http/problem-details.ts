import type { DomainError, FieldProblem } from '@laurel/kernel';

/** Body of every error answer: RFC 9457 problem details, with Laurel's `code`, `errors` by path and the request's id. */
export interface ProblemDetails {
  /** Page that explains the code, relative to the gateway. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  /** The first 500 problems of an input: enough to correct it, and no answer of many times the size of what was sent. */
  readonly errors?: readonly FieldProblem[];
  readonly requestId: string;
}

/** Where every gateway serves a code's page (from `docs/errors/`); relative to the gateway, as RFC 9457 3.1.1 allows. */
export const errorPage = (code: string): string => `/errors/${code}`;

const MOST_LISTED = 500;

export const toProblem = (error: DomainError, status: number, requestId: string): ProblemDetails => ({
  type: errorPage(error.code),
  title: error.title,
  status,
  code: error.code,
  detail: error.detail,
  ...(error.errors ? { errors: error.errors.slice(0, MOST_LISTED) } : {}),
  requestId,
});
