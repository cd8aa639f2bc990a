import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';

/** What a controller tells the audit log of the write it makes. */
export class AuditNote {
  /** As it was. */
  before?: unknown;
  /** As it is. */
  after?: unknown;
}

const NOTE = Symbol('laurel.audit-note');

interface Noted {
  [NOTE]?: AuditNote;
}

/** The note of a request, one for its whole life. */
export function noteOf(request: object): AuditNote {
  const noted = request as Noted;
  noted[NOTE] ??= new AuditNote();
  return noted[NOTE];
}

/** In a controller's parameters: where it puts `before` and `after` of what it changes. */
export const CurrentAudit = createParamDecorator((_data: unknown, context: ExecutionContext): AuditNote =>
  noteOf(context.switchToHttp().getRequest<object>()),
);
