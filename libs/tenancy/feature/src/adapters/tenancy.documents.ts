import type { StoredAnswer } from '@laurel/platform-http';
import type { Environment } from '@laurel/tenancy-domain';
import type { AuditEntry, KeyKind, Permission } from '@laurel/platform-auth';

export const WORKSPACES_COLLECTION = 'workspaces';
export const API_KEYS_COLLECTION = 'apiKeys';
export const AUDIT_COLLECTION = 'audit';
export const IDEMPOTENCY_COLLECTION = 'idempotencyKeys';

export interface WorkspaceDocument {
  /** `ws_<uuidv7>` */
  readonly _id: string;
  readonly tenant: string;
  readonly environment: Environment;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** How often keys were taken away: written so that two who do it at once meet. */
  readonly keyRevocations?: number;
  /** How often operators of its tenant were changed, likewise. */
  readonly operatorChanges?: number;
  /** Of `dev` workspaces alone, once it was set. */
  readonly clock?: WorkspaceClock;
}

/** How far the time of a workspace is ahead of ours. */
export interface WorkspaceClock {
  /** Milliseconds; negative where the workspace lives in the past. */
  readonly offsetMs: number;
  /** Whether every partition of the log has been told. */
  readonly announced: boolean;
}

/** A key. The secret itself is shown once, when it is minted, and kept nowhere. */
export interface ApiKeyDocument {
  /** `key_<uuidv7>` */
  readonly _id: string;
  readonly workspace: string;
  /** SHA-256 of the secret, hex. */
  readonly secretHash: string;
  /** Absent in keys that were made before there were kinds: they are secret. */
  readonly kind?: KeyKind;
  readonly name?: string;
  /** Those that it was made with. A secret key has all there are, also later ones. */
  readonly permissions: readonly Permission[];
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Id of the key or operator that made it; absent for one from the command line. */
  readonly createdBy?: string;
  /** Milliseconds since the epoch; absent while it has no end. */
  readonly expiresAt?: number;
  /** The key that replaces it. */
  readonly rolledTo?: string;
  /** Beginning of the minute of its last use, milliseconds since the epoch. */
  readonly lastUsedAt?: number;
  /** Milliseconds since the epoch; null while the key is valid. */
  readonly revokedAt: number | null;
}

/** One entry of the audit log. Written once. */
export interface AuditDocument extends AuditEntry {
  /** `aud_<uuidv7>`: sorts by time. */
  readonly _id: string;
}

/** A request that was sent with an `Idempotency-Key`. */
export interface IdempotencyDocument {
  /** Digest of workspace, credential, route and key. */
  readonly _id: string;
  /** The attempt that has the key. */
  readonly owner: string;
  /** Until when it has the key if it never ends, milliseconds since the epoch. */
  readonly leaseEndsAt: number;
  /** Digest of the address and the body; empty before there is an answer. */
  readonly fingerprint: string;
  /** Null while it is worked on. Its body is encrypted with the caller's credential. */
  readonly answer: StoredAnswer | null;
  /** A date, for the index that removes the record. */
  readonly expiresAt: Date;
}
