import type { KeyObject } from 'node:crypto';
import type { Permission } from './permission.js';

/** What signer and verifier agree on. */
export const PLAYER_TOKEN = {
  algorithm: 'ES256',
  issuer: 'laurel',
  audience: 'laurel:player',
  lifetimeSeconds: 15 * 60,
  shortestSeconds: 60,
  longestSeconds: 3_600,
} as const;

/** What a token is limited to. */
export interface PlayerTokenScope {
  /** Default: `PLAYER_TOKEN_PERMISSIONS`. */
  readonly permissions?: readonly Permission[] | undefined;
  /** Keys of the boards that it reads. Default: all. */
  readonly boards?: readonly string[] | undefined;
}

/** A verified player token. */
export interface PlayerTokenClaims {
  readonly workspace: string;
  readonly playerId: string;
  readonly permissions: readonly Permission[];
  /** Absent: all. */
  readonly boards?: readonly string[];
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** @throws when a key is not on the one curve that ES256 uses: found at start, not at the first token */
export function requireP256(key: KeyObject): KeyObject {
  if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return key;
  throw new TypeError('player tokens need an EC key on the curve P-256');
}
