import type { KeyKind } from './key-kind.js';
import type { Permission } from './permission.js';

/** A key at rest. */
export interface StoredKey {
  readonly keyId: string;
  readonly workspace: string;
  /** SHA-256 of the secret, hex. */
  readonly secretHash: string;
  readonly permissions: readonly Permission[];
  /** Default: `secret`. */
  readonly kind?: KeyKind;
  /** From when on it is refused, milliseconds since the epoch. Default: never. */
  readonly expiresAt?: number;
}

/** Where keys are found. The app binds it; revoked keys are not found. */
export abstract class ApiKeys {
  /** @throws when the store cannot be reached */
  abstract find(keyId: string): Promise<StoredKey | undefined>;
}
