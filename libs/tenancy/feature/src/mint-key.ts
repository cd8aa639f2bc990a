import { randomBytes } from 'node:crypto';
import { newId } from '@laurel/kernel';
import {
  type KeyKind,
  type Permission,
  SECRET_BYTES,
  hashSecret,
  readSecretKey,
  writeSecretKey,
} from '@laurel/platform-auth';
import { type Workspace, keyModeOf } from '@laurel/tenancy-domain';
import type { ApiKeyDocument } from './adapters/tenancy.documents.js';

/** A key that is about to be: what is stored of it, and the text that its owner is shown once. */
export interface MintedKey {
  readonly document: ApiKeyDocument;
  readonly key: string;
}

export interface KeyToMint {
  readonly kind: KeyKind;
  readonly permissions: readonly Permission[];
  readonly name?: string | undefined;
  readonly expiresAt?: number | undefined;
  readonly createdBy?: string | undefined;
}

/** @param now milliseconds since the epoch */
export function mintKey(workspace: Pick<Workspace, 'id' | 'environment'>, wanted: KeyToMint, now: number): MintedKey {
  const { kind, permissions, name, expiresAt, createdBy } = wanted;
  const keyId = newId('key', now, randomBytes);
  const key = writeSecretKey(keyModeOf(workspace.environment), keyId, randomBytes(SECRET_BYTES), kind);
  const secret = readSecretKey(key)?.secret;
  if (!secret) throw new Error('a key was written that cannot be read');
  const document: ApiKeyDocument = {
    _id: keyId,
    workspace: workspace.id,
    secretHash: hashSecret(secret),
    kind,
    permissions,
    createdAt: now,
    revokedAt: null,
    ...(name === undefined ? {} : { name }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(createdBy === undefined ? {} : { createdBy }),
  };
  return { document, key };
}
