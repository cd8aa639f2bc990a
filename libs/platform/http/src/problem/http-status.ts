import type { ErrorKind } from '@laurel/kernel';

/** How one kind of refusal travels. */
export interface Transport {
  /** HTTP status. */
  readonly status: number;
  /** WebSocket close code: registered ones where they fit, else 4000 + status (RFC 6455, 7.4.2: private use). */
  readonly closeCode: number;
}

/** The one table from the domain's kinds of error to protocols. */
const TRANSPORTS: Readonly<Record<ErrorKind, Transport>> = {
  malformed: { status: 400, closeCode: 1007 },
  unauthenticated: { status: 401, closeCode: 4401 },
  forbidden: { status: 403, closeCode: 4403 },
  not_found: { status: 404, closeCode: 4404 },
  conflict: { status: 409, closeCode: 4409 },
  precondition_failed: { status: 412, closeCode: 4412 },
  too_large: { status: 413, closeCode: 1009 },
  unsupported: { status: 415, closeCode: 1003 },
  invalid: { status: 422, closeCode: 4422 },
  precondition_required: { status: 428, closeCode: 4428 },
  rate_limited: { status: 429, closeCode: 4429 },
  internal: { status: 500, closeCode: 1011 },
  unavailable: { status: 503, closeCode: 1013 },
};

export const transportOf = (kind: ErrorKind): Transport => TRANSPORTS[kind];
