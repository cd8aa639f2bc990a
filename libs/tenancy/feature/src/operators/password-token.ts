import { randomBytes, timingSafeEqual } from 'node:crypto';
import { hashSecret } from '@laurel/platform-auth';
import type { OperatorDocument } from './operator.documents.js';

/** How long a one-time token sets a password, in milliseconds: a day. */
const LIFETIME_MS = 86_400_000;
const SECRET_BYTES = 32;
const TOKEN = /^(op_[0-9a-f-]{36})\.([\w-]{43})$/;

/** A token that was just made: what is stored of it, and the text that is shown once. */
export interface PasswordToken {
  readonly text: string;
  readonly stored: NonNullable<OperatorDocument['passwordToken']>;
}

/** `<operator id>.<secret>`. @param now milliseconds since the epoch */
export function newPasswordToken(operatorId: string, now: number): PasswordToken {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  return {
    text: `${operatorId}.${secret}`,
    stored: { hash: hashSecret(secret), expiresAt: now + LIFETIME_MS },
  };
}

/** The parts of a token; undefined for anything else. */
export function readPasswordToken(text: string): { readonly operatorId: string; readonly hash: string } | undefined {
  const [, operatorId, secret] = TOKEN.exec(text) ?? [];
  return operatorId && secret ? { operatorId, hash: hashSecret(secret) } : undefined;
}

/** Whether the token is the operator's, and in time. */
export const isPasswordTokenOf = (
  { passwordToken, isDisabled }: OperatorDocument,
  hash: string,
  now: number,
): boolean =>
  passwordToken !== undefined &&
  !isDisabled &&
  passwordToken.expiresAt > now &&
  timingSafeEqual(Buffer.from(passwordToken.hash, 'hex'), Buffer.from(hash, 'hex'));
