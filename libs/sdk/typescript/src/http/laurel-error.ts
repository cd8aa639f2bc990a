/** One thing that is wrong with an input. */
export interface FieldProblem {
  /** JSON pointer to the place; empty for the whole input. */
  readonly path: string;
  /** The rule that is broken. */
  readonly rule: string;
  readonly message: string;
}

/** What a gateway says of an error: RFC 9457 problem details. */
export interface ProblemDetails {
  readonly type?: string;
  readonly title?: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
  readonly requestId?: string;
}

/**
 * Something that Laurel refused, or that did not reach it. `code` is what programs compare: those of the gateways have a page each
 * (`{gateway}/errors/{code}`), those that begin with `sdk.` come of this library: `sdk.unreachable`, `sdk.unreadable`.
 */
export class LaurelError extends Error {
  override readonly name = 'LaurelError';
  /** HTTP status; 0 where there was no answer, and for what the live feed refuses. */
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  /** Every problem of the input, by path; empty where it is about something else. */
  readonly errors: readonly FieldProblem[];
  /** What the gateway's log knows the request by. */
  readonly requestId: string | undefined;
  /** How long to wait before the same may succeed, seconds. */
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: ProblemDetails, more: { readonly retryAfterSeconds?: number; readonly cause?: unknown } = {}) {
    super(`${problem.code}: ${problem.detail}`, more.cause === undefined ? undefined : { cause: more.cause });
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail;
    this.errors = problem.errors ?? [];
    this.requestId = problem.requestId;
    this.retryAfterSeconds = more.retryAfterSeconds;
  }
}

/** Whether the same may succeed a little later, by the code of a refusal. */
export const isPassing = (code: string): boolean =>
  code.endsWith('.unavailable') || PASSING.has(code) || code === 'sdk.unreachable';

const PASSING: ReadonlySet<string> = new Set([
  'auth.rate_limited',
  'live.busy',
  'live.internal',
  'live.slow_reader',
  'live.stopping',
  'live.too_many_connections',
  'live.too_many_frames',
]);
