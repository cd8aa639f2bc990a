import { defineError } from '@laurel/kernel';

export const authErrors = {
  missingCredential: defineError('auth.missing_credential', 'unauthenticated', 'This route needs a credential'),
  invalidCredential: defineError('auth.invalid_credential', 'unauthenticated', 'The credential is not valid'),
  expiredKey: defineError('auth.expired_key', 'unauthenticated', 'The key has expired'),
  expiredToken: defineError('auth.expired_token', 'unauthenticated', 'The player token has expired'),
  invalidTicket: defineError('live.invalid_ticket', 'unauthenticated', 'The ticket is not valid'),
  forbidden: defineError('auth.forbidden', 'forbidden', 'The credential does not reach this'),
  csrf: defineError('auth.csrf', 'forbidden', 'A session changes things only with the header x-laurel-csrf'),
  boardForbidden: defineError('auth.board_forbidden', 'forbidden', 'The player token does not read this board'),
  auditUnavailable: defineError('auth.audit_unavailable', 'unavailable', 'The audit log cannot be written right now'),
  notAudited: defineError('auth.not_audited', 'internal', 'The change was made, and is missing in the audit log'),
  rateLimited: defineError('auth.rate_limited', 'rate_limited', 'Requests come too fast'),
  unavailable: defineError('auth.unavailable', 'unavailable', 'Keys cannot be looked up right now'),
} as const;
