import { type Clock, type DomainError, type Result, err } from '@laurel/kernel';
import { statusOf, tenancyErrors } from '@laurel/tenancy-domain';
import { Inject, Injectable } from '@nestjs/common';
import { MongoKeyStore } from '../adapters/key-store.mongo.js';
import type { ApiKeyDocument } from '../adapters/tenancy.documents.js';
import { CLOCK } from '../clock.js';
import { found } from '../key-found.js';

export interface RevokeKey {
  readonly workspace: string;
  readonly keyId: string;
  /** Also the last secret key of the workspace. */
  readonly force: boolean;
}

/** Ends a key for good. Every instance refuses it within five seconds: that is how long one remembers a key. */
@Injectable()
export class RevokeKeyHandler {
  constructor(
    private readonly store: MongoKeyStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Revoking a revoked key changes nothing. Errors: `tenancy.key_not_found`, and `tenancy.last_key` for the last secret key that
   * works: without one, keys can only be made on the command line.
   *
   * @returns the key as it was
   */
  async handle({ workspace, keyId, force }: RevokeKey): Promise<Result<ApiKeyDocument, DomainError>> {
    const now = this.clock.now();
    const key = found(await this.store.find(workspace, keyId));
    if (!key.ok) return key;
    const revoked = await this.store.revoke(workspace, keyId, now, !force && isWorkingSecretKey(key.value, now));
    return revoked ? key : err(LAST_KEY);
  }
}

const isWorkingSecretKey = ({ kind = 'secret', expiresAt, revokedAt }: ApiKeyDocument, now: number): boolean =>
  kind === 'secret' && statusOf({ expiresAt: expiresAt ?? null, revokedAt }, now) === 'active';

const LAST_KEY = tenancyErrors.lastKey('Create another secret key first, or say `?force=true`.');
