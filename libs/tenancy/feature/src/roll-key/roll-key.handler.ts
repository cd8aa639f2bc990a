import { type Clock, type DomainError, type Result, err, ok } from '@laurel/kernel';
import { type Credential, KEY_PERMISSIONS, actorOf } from '@laurel/platform-auth';
import { grantKey, statusOf, tenancyErrors } from '@laurel/tenancy-domain';
import { Inject, Injectable } from '@nestjs/common';
import { MongoKeyStore } from '../adapters/key-store.mongo.js';
import type { ApiKeyDocument } from '../adapters/tenancy.documents.js';
import { CLOCK } from '../clock.js';
import { found } from '../key-found.js';
import { type MintedKey, mintKey } from '../mint-key.js';

export interface RollKey {
  readonly keyId: string;
  /** How long the old key works on. */
  readonly overlapSeconds: number;
  /** End of the new key, milliseconds since the epoch. */
  readonly expiresAt?: number | undefined;
}

/** Replaces a key by a new one of the same name, kind and permissions; for a while both work. */
@Injectable()
export class RollKeyHandler {
  constructor(
    private readonly store: MongoKeyStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Errors: `tenancy.key_not_found`, `tenancy.key_not_active`, `tenancy.invalid_key`, and `tenancy.permission_not_held`: who
   * rolls a key is shown one.
   */
  async handle(by: Credential, { keyId, overlapSeconds, expiresAt }: RollKey): Promise<Result<MintedKey, DomainError>> {
    const now = this.clock.now();
    const old = found(await this.store.find(by.workspace, keyId));
    if (!old.ok) return old;
    if (!isRollable(old.value, now)) return err(NOT_ACTIVE);
    const { name, kind = 'secret', permissions } = old.value;
    const wanted = { kind, expiresAt, ...(kind === 'restricted' ? { permissions } : {}) };
    const granted = grantKey(wanted, { held: by.permissions, all: KEY_PERMISSIONS, now });
    if (!granted.ok) return granted;
    const workspace = await this.store.workspace(by.workspace);
    const createdBy = actorOf(by).id;
    const minted = mintKey(workspace, { kind, permissions: granted.value, name, expiresAt, createdBy }, now);
    const replaced = await this.store.replace(by.workspace, keyId, now + overlapSeconds * 1_000, minted.document);
    return replaced ? ok(minted) : err(NOT_ACTIVE);
  }
}

const isRollable = ({ expiresAt, revokedAt, rolledTo }: ApiKeyDocument, now: number): boolean =>
  rolledTo === undefined && statusOf({ expiresAt: expiresAt ?? null, revokedAt }, now) === 'active';

const NOT_ACTIVE = tenancyErrors.keyNotActive('Only an active key that was not rolled yet can be rolled.');
