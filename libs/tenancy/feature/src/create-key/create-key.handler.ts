import { type Clock, type DomainError, type Result, ok } from '@laurel/kernel';
import { type Credential, KEY_PERMISSIONS, type KeyKind, type Permission, actorOf } from '@laurel/platform-auth';
import { grantKey } from '@laurel/tenancy-domain';
import { Inject, Injectable } from '@nestjs/common';
import { MongoKeyStore } from '../adapters/key-store.mongo.js';
import { CLOCK } from '../clock.js';
import { type MintedKey, mintKey } from '../mint-key.js';

export interface CreateKey {
  readonly name: string;
  readonly kind: KeyKind;
  readonly permissions?: readonly Permission[] | undefined;
  /** Milliseconds since the epoch. */
  readonly expiresAt?: number | undefined;
}

@Injectable()
export class CreateKeyHandler {
  constructor(
    private readonly store: MongoKeyStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Mints a key that opens no more than its maker's. Errors: `tenancy.invalid_key`, `tenancy.permission_not_held`. */
  async handle(by: Credential, wanted: CreateKey): Promise<Result<MintedKey, DomainError>> {
    const now = this.clock.now();
    const granted = grantKey(wanted, { held: by.permissions, all: KEY_PERMISSIONS, now });
    if (!granted.ok) return granted;
    const workspace = await this.store.workspace(by.workspace);
    const minted = mintKey(workspace, { ...wanted, permissions: granted.value, createdBy: actorOf(by).id }, now);
    await this.store.insert(minted.document);
    return ok(minted);
  }
}
