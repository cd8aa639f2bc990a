import { err, ok } from '@laurel/kernel';
import type { DomainError, Result } from '@laurel/kernel';
import type { ApiKeys } from './api-keys.port.js';
import { authErrors } from './auth.errors.js';
import type { Credential } from './credential.js';
import { PLAYER_TOKEN_PERMISSIONS } from './permission.js';
import type { PlayerTokenVerifier } from './player-token.verifier.js';
import { readSecretKey, secretMatches } from './secret-key.js';
import type { SecretKeyParts } from './secret-key.js';

const SECRET_KEY_PREFIX = 'lrl_';

/** Turns a bearer token into the credential it proves. Used by the HTTP guard and by the live feed's first frame. */
export class CredentialVerifier {
  constructor(
    private readonly keys: ApiKeys,
    private readonly playerTokens: PlayerTokenVerifier,
  ) {}

  /** Errors: `auth.invalid_credential`, `auth.expired_token`, `auth.unavailable`. */
  async verify(token: string): Promise<Result<Credential, DomainError>> {
    if (!token.startsWith(SECRET_KEY_PREFIX)) {
      return this.verifyPlayerToken(token);
    }
    const parts = readSecretKey(token);
    return parts ? this.verifySecretKey(parts) : err(authErrors.invalidCredential('This is not a key of Laurel.'));
  }

  private async verifySecretKey({ keyId, secret }: SecretKeyParts): Promise<Result<Credential, DomainError>> {
    let key;
    try {
      key = await this.keys.find(keyId);
    } catch {
      return err(authErrors.unavailable('The key store does not answer. Try again.', { retryAfterSeconds: 2 }));
    }
    if (!key || !secretMatches(secret, key.secretHash)) {
      return err(authErrors.invalidCredential('The key is unknown or was revoked.'));
    }
    return ok({ kind: 'secret_key', workspace: key.workspace, keyId, permissions: key.permissions });
  }

  private async verifyPlayerToken(token: string): Promise<Result<Credential, DomainError>> {
    const verified = await this.playerTokens.verify(token);
    if (!verified.ok) {
      return verified;
    }
    const { workspace, playerId } = verified.value;
    return ok({ kind: 'player_token', workspace, playerId, permissions: PLAYER_TOKEN_PERMISSIONS });
  }
}
