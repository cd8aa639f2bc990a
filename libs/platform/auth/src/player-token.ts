/** What signer and verifier agree on. */
export const PLAYER_TOKEN = {
  algorithm: 'ES256',
  issuer: 'laurel',
  audience: 'laurel:player',
  lifetimeSeconds: 15 * 60,
} as const;

/** A verified player token. */
export interface PlayerTokenClaims {
  readonly workspace: string;
  readonly playerId: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}
