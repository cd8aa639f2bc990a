import type { Environment } from '@laurel/tenancy-domain';
import type { Permission } from '@laurel/platform-auth';

export const WORKSPACES_COLLECTION = 'workspaces';
export const API_KEYS_COLLECTION = 'apiKeys';

export interface WorkspaceDocument {
  /** `ws_<uuidv7>` */
  readonly _id: string;
  readonly tenant: string;
  readonly environment: Environment;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** A secret key. The secret itself is shown once, when it is minted, and kept nowhere. */
export interface ApiKeyDocument {
  /** `key_<uuidv7>` */
  readonly _id: string;
  readonly workspace: string;
  /** SHA-256 of the secret, hex. */
  readonly secretHash: string;
  readonly permissions: readonly Permission[];
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Milliseconds since the epoch; null while the key is valid. */
  readonly revokedAt: number | null;
}
