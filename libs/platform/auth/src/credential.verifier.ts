import { err, ok } from '@laurel/kernel';
import { systemClock } from '@laurel/kernel';
import type { Clock, DomainError, Result } from '@laurel/kernel';
import type { ApiKeys, StoredKey } from './api-keys.port.js';
import { authErrors } from './auth.errors.js';
import type { Credential } from './credential.js';
import { type ForeignTokenVerifier, foreignPayloadOf } from './identity/foreign-token.verifier.js';
import { KeyUseNotes } from './key-use-notes.js';
import type { KeyUses } from './key-uses.port.js';
import type { PlayerTokenVerifier } from './player-token.verifier.js';
import { readSecretKey, secretMatches } from './secret-key.js';
import type { SecretKeyParts } from './secret-key.js';

const SECRET_KEY_PREFIX = 'lrl_';
/** Proven keys remembered; the oldest goes first. */
const CAPACITY = 10_000;

/** A key as sent, and what it was found to match. */
interface Proven {
  readonly keyId: string;
  readonly secretHash: string;
  readonly permissions: StoredKey['permissions'];
  readonly expiresAt: StoredKey['expiresAt'];
  readonly credential: Result<Credential, DomainError>;
}

/** Turns a bearer token into the credential it proves. Used by the HTTP guard and by the live feed's first frame. */
export class CredentialVerifier {
  /** By the key as sent, so that it is taken apart and hashed once and not per request. */
  private readonly proven = new Map<string, Proven>();
  /** Tokens that Laurel minted, once proven, so that it is not read from each request again who signed it. */
  private readonly ownTokens = new Set<string>();
  private readonly notes: KeyUseNotes;

  /**
   * @param uses where the use of keys is noted; nowhere without it
   * @param foreignTokens verifies player tokens that others signed; none is taken without it
   */
  constructor(
    private readonly keys: ApiKeys,
    private readonly playerTokens: PlayerTokenVerifier,
    private readonly clock: Clock = systemClock,
    uses?: KeyUses,
    private readonly foreignTokens?: ForeignTokenVerifier,
  ) {
    this.notes = new KeyUseNotes(uses, clock);
  }

  /** Errors: `auth.invalid_credential`, `auth.expired_key`, `auth.expired_token`, `auth.unavailable`. */
  async verify(token: string): Promise<Result<Credential, DomainError>> {
    if (!token.startsWith(SECRET_KEY_PREFIX)) {
      return this.verifyPlayerToken(token);
    }
    const proven = this.proven.get(token);
    if (proven) return this.verifyAgain(token, proven);
    const parts = readSecretKey(token);
    return parts
      ? this.verifySecretKey(token, parts)
      : err(authErrors.invalidCredential('This is not a key of Laurel.'));
  }

  /** A proven key is asked for again all the same: it may have been revoked or changed. */
  private async verifyAgain(token: string, proven: Proven): Promise<Result<Credential, DomainError>> {
    try {
      const key = await this.keys.find(proven.keyId);
      if (key && isUnchanged(key, proven) && !this.hasEnded(key)) {
        this.notes.note(proven.keyId);
        return proven.credential;
      }
    } catch {
      return err(KEYS_AWAY);
    }
    this.proven.delete(token);
    return this.verify(token);
  }

  private async verifySecretKey(
    token: string,
    { keyId, kind, secret }: SecretKeyParts,
  ): Promise<Result<Credential, DomainError>> {
    let key;
    try {
      key = await this.keys.find(keyId);
    } catch {
      return err(KEYS_AWAY);
    }
    if (!key || !secretMatches(secret, key.secretHash) || (key.kind ?? 'secret') !== kind) {
      return err(authErrors.invalidCredential('The key is unknown or was revoked.'));
    }
    if (this.hasEnded(key)) return err(authErrors.expiredKey('Create a new key, or roll a key before it ends.'));
    const { workspace, secretHash, permissions, expiresAt } = key;
    const credential: Result<Credential, DomainError> = ok({ kind: `${kind}_key`, workspace, keyId, permissions });
    this.remember(token, { keyId, secretHash, permissions, expiresAt, credential });
    this.notes.note(keyId);
    return credential;
  }

  private hasEnded({ expiresAt }: StoredKey): boolean {
    return expiresAt !== undefined && expiresAt <= this.clock.now();
  }

  private remember(token: string, proven: Proven): void {
    this.proven.set(token, proven);
    const [oldest] = this.proven.keys();
    if (this.proven.size > CAPACITY && oldest !== undefined) this.proven.delete(oldest);
  }

  private rememberOwn(token: string): void {
    if (!this.foreignTokens || this.ownTokens.has(token)) return;
    this.ownTokens.add(token);
    const [oldest] = this.ownTokens;
    if (this.ownTokens.size > CAPACITY && oldest !== undefined) this.ownTokens.delete(oldest);
  }

  private async verifyPlayerToken(token: string): Promise<Result<Credential, DomainError>> {
    const foreign = this.foreignTokens && !this.ownTokens.has(token) ? foreignPayloadOf(token) : undefined;
    const verified = await (foreign && this.foreignTokens
      ? this.foreignTokens.verify(token, foreign)
      : this.playerTokens.verify(token));
    if (!verified.ok) {
      return verified;
    }
    if (!foreign) this.rememberOwn(token);
    const { expiresAt: _end, ...claims } = verified.value;
    return ok({ kind: 'player_token', ...claims });
  }
}

const isUnchanged = (key: StoredKey, proven: Proven): boolean =>
  key.secretHash === proven.secretHash && key.permissions === proven.permissions && key.expiresAt === proven.expiresAt;

const KEYS_AWAY: DomainError = authErrors.unavailable('The key store does not answer. Try again.', {
  retryAfterSeconds: 2,
});
