import { EVENTS_PARTITIONS } from './topics.js';

const SEED = 0x9747b28c;
const MIX = 0x5bd1e995;
const UTF_8 = new TextEncoder();

/** The partition of a key: where its single writer lives. Kafka's own rule, which every client shares. */
export const partitionOf = (key: string): number => partitionOfBytes(UTF_8.encode(key));

/** As `partitionOf`, for a key that is encoded already. */
export const partitionOfBytes = (key: Uint8Array): number => (murmur2(key) & 0x7fffffff) % EVENTS_PARTITIONS;

/**
 * Kafka's hash of keys (org.apache.kafka.common.utils.Utils.murmur2), on 32-bit integers: kafkajs's own computes with objects
 * of 64 bits, which costs as much as the rest of accepting an event in a batch.
 */
function murmur2(bytes: Uint8Array): number {
  const end = bytes.length & ~3;
  let hash = SEED ^ bytes.length;
  for (let at = 0; at < end; at += 4) {
    const word =
      byte(bytes, at) | (byte(bytes, at + 1) << 8) | (byte(bytes, at + 2) << 16) | (byte(bytes, at + 3) << 24);
    const mixed = Math.imul(word, MIX);
    hash = Math.imul(hash, MIX) ^ Math.imul(mixed ^ (mixed >>> 24), MIX);
  }
  if (end < bytes.length) {
    // Past the end there are no bytes, and none changes the hash.
    const rest = byte(bytes, end) | (byte(bytes, end + 1) << 8) | (byte(bytes, end + 2) << 16);
    hash = Math.imul(hash ^ rest, MIX);
  }
  hash = Math.imul(hash ^ (hash >>> 13), MIX);
  return hash ^ (hash >>> 15);
}

const byte = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;
