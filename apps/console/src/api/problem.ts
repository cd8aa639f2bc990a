/** What every route answers when it refuses: RFC 9457, with a stable code. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** Stable name of the error: what programs compare. */
  readonly code: string;
  readonly detail: string;
  /** Every problem of the input: `path` is a JSON Pointer into it. */
  readonly errors?: readonly FieldProblem[];
  readonly requestId: string;
}

export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** A refused or failed request. What to show and what to compare is its `problem`. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/** The gateway did not answer, or not as a gateway does. */
export const UNREACHABLE = 'console.unreachable';

/** What a failed request says, whatever it failed by. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return {
    type: 'about:blank',
    title: 'The gateway did not answer',
    status: 0,
    code: UNREACHABLE,
    detail: error instanceof Error ? error.message : String(error),
    requestId: '',
  };
}

/** The body of an answer that refuses, where it is a problem; else one that names the status. */
export function toProblem(body: unknown, status: number): Problem {
  if (isProblem(body)) return body;
  return {
    type: 'about:blank',
    title: 'The gateway answered with something else than Laurel does',
    status,
    code: UNREACHABLE,
    detail: `The answer has the status ${status} and no problem that could be read.`,
    requestId: '',
  };
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'title' in body && 'detail' in body;
