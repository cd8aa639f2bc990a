import type { ApiKeys, StoredKey } from './api-keys.port.js';
import { CachedLookup } from './cached-lookup.js';

/** Keys, asked once for many requests. */
export class CachedApiKeys extends CachedLookup<StoredKey> implements ApiKeys {}
