import { Inject, Injectable } from '@nestjs/common';
import { type ApiKeys, KEY_PERMISSIONS, KeyUses, type StoredKey } from '@laurel/platform-auth';
import { MONGO_DB } from '@laurel/platform-mongo';
import type { Db } from 'mongodb';
import { API_KEYS_COLLECTION, type ApiKeyDocument } from './tenancy.documents.js';

/** How long MongoDB may take to answer one look-up. */
const LOOKUP_TIMEOUT_MS = 2_000;

/** Finds keys that were not revoked. */
@Injectable()
export class MongoApiKeys implements ApiKeys {
  constructor(@Inject(MONGO_DB) private readonly db: Db) {}

  async find(keyId: string): Promise<StoredKey | undefined> {
    const key = await this.db
      .collection<ApiKeyDocument>(API_KEYS_COLLECTION)
      .findOne({ _id: keyId, revokedAt: null }, { timeoutMS: LOOKUP_TIMEOUT_MS });
    return key ? toStoredKey(key) : undefined;
  }
}

/** A secret key opens everything that a key can, so that it need not be made anew for each new permission. */
function toStoredKey({
  _id,
  workspace,
  secretHash,
  kind = 'secret',
  permissions,
  expiresAt,
}: ApiKeyDocument): StoredKey {
  return {
    keyId: _id,
    workspace,
    secretHash,
    kind,
    permissions: kind === 'secret' ? KEY_PERMISSIONS : permissions,
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}

/** Notes the minutes in which keys were used: one write per key and minute, whichever instance is first. */
@Injectable()
export class MongoKeyUses extends KeyUses {
  constructor(@Inject(MONGO_DB) private readonly db: Db) {
    super();
  }

  override async note(keyId: string, minute: number): Promise<void> {
    await this.db
      .collection<ApiKeyDocument>(API_KEYS_COLLECTION)
      .updateOne(
        { _id: keyId, $or: [{ lastUsedAt: { $exists: false } }, { lastUsedAt: { $lt: minute } }] },
        { $set: { lastUsedAt: minute } },
        { timeoutMS: LOOKUP_TIMEOUT_MS },
      );
  }
}
