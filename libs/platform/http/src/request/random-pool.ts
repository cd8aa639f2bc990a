import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 8_192;

const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/**
 * Random bytes for identifiers, drawn from a pool that is filled at once: one call to the operating system per hundreds of
 * ids. Each byte is handed out once. Not for secrets: they would lie in memory before they are needed.
 *
 * @param length at most 8192
 */
export function pooledRandomBytes(length: number): Uint8Array {
  if (used + length > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  used += length;
  return pool.subarray(used - length, used);
}
