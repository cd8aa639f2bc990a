import { Inject, Injectable } from '@nestjs/common';
import type { ApiKeys, StoredKey } from '@laurel/platform-auth';
import { MONGO_DB } from '@laurel/platform-mongo';
import type { Db } from 'mongodb';
import { API_KEYS_COLLECTION, type ApiKeyDocument } from './tenancy.documents.js';

/** How long MongoDB may take to answer one look-up. */
const LOOKUP_TIMEOUT_MS = 2_000;

/** Finds secret keys that were not revoked. */
@Injectable()
export class MongoApiKeys implements ApiKeys {
  constructor(@Inject(MONGO_DB) private readonly db: Db) {}

  async find(keyId: string): Promise<StoredKey | undefined> {
    const key = await this.db
      .collection<ApiKeyDocument>(API_KEYS_COLLECTION)
      .findOne({ _id: keyId, revokedAt: null }, { timeoutMS: LOOKUP_TIMEOUT_MS });
    return key
      ? { keyId: key._id, workspace: key.workspace, secretHash: key.secretHash, permissions: key.permissions }
      : undefined;
  }
}
