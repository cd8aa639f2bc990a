import { defineError } from '@laurel/kernel';

export const operatorErrors = {
  signInRefused: defineError('operators.sign_in_refused', 'unauthenticated', 'The e-mail, password or code is wrong'),
  tooManyAttempts: defineError('operators.too_many_attempts', 'rate_limited', 'Too many attempts to sign in'),
  environmentClosed: defineError('operators.environment_closed', 'forbidden', 'The operator has no role there'),
  codeRequired: defineError('operators.code_required', 'unauthenticated', 'The operator signs in with a code besides'),
  wrongCode: defineError('operators.wrong_code', 'invalid', 'The code is wrong, or was used'),
  totpOn: defineError('operators.totp_on', 'conflict', 'The operator signs in with codes already'),
  totpNotBegun: defineError('operators.totp_not_begun', 'conflict', 'There are no codes to confirm'),
  totpUnavailable: defineError(
    'operators.totp_unavailable',
    'unavailable',
    'This Laurel keeps no secrets of operators',
  ),
  notFound: defineError('operators.not_found', 'not_found', 'There is no such operator'),
  invalidRoles: defineError('operators.invalid_roles', 'invalid', 'An operator cannot have these roles'),
  emailInUse: defineError('operators.email_in_use', 'conflict', 'An operator has this e-mail address'),
  roleNotHeld: defineError('operators.role_not_held', 'forbidden', 'Nobody gives or takes more than they have'),
  lastOwner: defineError('operators.last_owner', 'conflict', 'The tenant would have no owner'),
  wrongPassword: defineError('operators.wrong_password', 'forbidden', 'The password is not the one in use'),
  passwordTokenRefused: defineError('operators.password_token_refused', 'invalid', 'The token sets no password'),
} as const;
