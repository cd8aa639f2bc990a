import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiProblem, Idempotent } from '@laurel/platform-http';
import { authErrors } from '../auth.errors.js';

/** A write that has succeeded, as far as a description of it may look. */
export interface AuditedWrite {
  /** Path parameters by name. */
  readonly params: Readonly<Record<string, string | undefined>>;
  /** The body as sent, checked by the route's own rules. */
  readonly body: Readonly<Record<string, unknown>>;
  /** What the route answered; empty where it answers nothing. */
  readonly answer: Readonly<Record<string, unknown>>;
}

/** How a write is described, where its path parameters do not say it all. */
export interface AuditDescription {
  /** What it was done to. Default: the path parameters. */
  readonly target?: (write: AuditedWrite) => unknown;
  /** How it is now. Default: nothing is kept, unless the controller noted it (`CurrentAudit`). */
  readonly after?: (write: AuditedWrite) => unknown;
}

/** What a route says of its place in the audit log. */
export type RouteAudit =
  | { readonly kind: 'audited'; readonly action: string; readonly describe: AuditDescription }
  | { readonly kind: 'exempt'; readonly reason: string };

export const AUDIT_METADATA = 'laurel:audit';

/** Puts every success of this route into the audit log, as an action `<resources>.<verb>`; such a write takes an `Idempotency-Key`. */
export function Audited(action: string, describe: AuditDescription = {}): MethodDecorator {
  const audit: RouteAudit = { kind: 'audited', action, describe };
  return applyDecorators(
    SetMetadata(AUDIT_METADATA, audit),
    Idempotent(),
    ApiProblem(authErrors.auditUnavailable, authErrors.notAudited),
  );
}

/** Says why a route that is no GET changes nothing that the audit log keeps. */
export function NotAudited(reason: string): MethodDecorator {
  const audit: RouteAudit = { kind: 'exempt', reason };
  return SetMetadata(AUDIT_METADATA, audit);
}
