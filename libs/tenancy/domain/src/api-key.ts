import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { tenancyErrors } from './tenancy.errors.js';

/** How long a rolled key works on at most, in seconds: seven days. */
export const MAX_OVERLAP_SECONDS = 7 * 86_400;
/** How long it works on unless told otherwise, in seconds: a day. */
export const DEFAULT_OVERLAP_SECONDS = 86_400;

/** What a publishable key may do: it is in the hands of everyone who has the client. */
const PUBLISHABLE: readonly string[] = ['boards:read'];

export type KeyStatus = 'active' | 'expired' | 'revoked';

/** When a key ends. Milliseconds since the epoch. */
export interface KeyLifetime {
  /** Null for a key that ends only when it is revoked. */
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
}

export function statusOf({ expiresAt, revokedAt }: KeyLifetime, now: number): KeyStatus {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'active';
}

/** A key as it is asked for. */
export interface KeyRequest<P extends string> {
  readonly kind: 'secret' | 'publishable' | 'restricted';
  /** For restricted keys. */
  readonly permissions?: readonly P[] | undefined;
  /** Milliseconds since the epoch. */
  readonly expiresAt?: number | undefined;
}

/** All permissions for a secret key, the public ones for a publishable one, the chosen ones for a restricted one. */
export function permissionsOf<P extends string>(
  { kind, permissions = [] }: KeyRequest<P>,
  all: readonly P[],
): readonly P[] {
  if (kind === 'secret') return all;
  return all.filter((permission) => (kind === 'publishable' ? PUBLISHABLE : permissions).includes(permission));
}

/**
 * Checks a key that is asked for by one who holds `held`.
 *
 * @returns the permissions it will have. Errors: `tenancy.invalid_key`, `tenancy.permission_not_held`.
 */
export function grantKey<P extends string>(
  request: KeyRequest<P>,
  { held, all, now }: { readonly held: readonly P[]; readonly all: readonly P[]; readonly now: number },
): Result<readonly P[], DomainError> {
  const { kind, permissions = [], expiresAt } = request;
  if (kind === 'restricted' && permissions.length === 0) {
    return err(invalid('/permissions', 'required', 'a restricted key needs at least one permission'));
  }
  if (kind !== 'restricted' && permissions.length > 0) {
    return err(invalid('/permissions', 'kind', `a ${kind} key has the permissions of its kind: leave them out`));
  }
  if (expiresAt !== undefined && expiresAt <= now) return err(invalid('/expiresAt', 'future', 'must be in the future'));
  const granted = permissionsOf(request, all);
  const allowed = mustHold(granted, held);
  return allowed.ok ? ok(granted) : allowed;
}

/** Who hands out a key must hold all that it opens. Error: `tenancy.permission_not_held`. */
export function mustHold(granted: readonly string[], held: readonly string[]): Result<void, DomainError> {
  const missing = granted.filter((permission) => !held.includes(permission));
  if (missing.length === 0) return ok(undefined);
  return err(tenancyErrors.permissionNotHeld(`Your own key lacks what this one opens: ${missing.join(', ')}.`));
}

const invalid = (path: string, rule: string, message: string): DomainError =>
  tenancyErrors.invalidKey('See `errors`.', { errors: [{ path, rule, message }] });
