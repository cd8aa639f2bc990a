import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Clock } from '@laurel/kernel';
import { sign } from 'jsonwebtoken';
import { PLAYER_TOKEN, type PlayerTokenScope, requireP256 } from './player-token.js';

export interface MintedToken {
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Signs player tokens. Only the admin gateway holds the private key. */
export class PlayerTokenSigner {
  private readonly key: KeyObject;

  /**
   * @param privateKeyPem EC P-256
   * @throws when the key is not one
   */
  constructor(
    privateKeyPem: string,
    private readonly clock: Clock,
  ) {
    this.key = requireP256(createPrivateKey(privateKeyPem));
  }

  /** @param lifetimeSeconds how long the token lives */
  sign(
    workspace: string,
    playerId: string,
    { permissions, boards }: PlayerTokenScope = {},
    lifetimeSeconds: number = PLAYER_TOKEN.lifetimeSeconds,
  ): MintedToken {
    const issuedAtSeconds = Math.floor(this.clock.now() / 1000);
    const expiresAtSeconds = issuedAtSeconds + lifetimeSeconds;
    const claims = {
      ws: workspace,
      sub: playerId,
      iat: issuedAtSeconds,
      exp: expiresAtSeconds,
      ...(permissions ? { permissions } : {}),
      ...(boards ? { boards } : {}),
    };
    const token = sign(claims, this.key, {
      algorithm: PLAYER_TOKEN.algorithm,
      issuer: PLAYER_TOKEN.issuer,
      audience: PLAYER_TOKEN.audience,
    });
    return { token, expiresAt: expiresAtSeconds * 1000 };
  }
}
