/** Every id Laurel mints starts with one of these; secrets (`lrl_…`) have their own prefixes in `tenancy`. */
export const ID_PREFIXES = {
  workspace: 'ws',
  event: 'evt',
  key: 'key',
  request: 'req',
  message: 'msg',
} as const;

export type IdKind = keyof typeof ID_PREFIXES;

/** Fills an array with random bytes; `crypto.getRandomValues` and `randomFillSync` fit. */
export type RandomBytes = (length: number) => Uint8Array;

/**
 * A new id `<prefix>_<uuidv7>`: sortable by creation time, unguessable enough for an identifier, never a secret.
 *
 * @param nowMs milliseconds since the Unix epoch
 * @see RFC 9562, 5.7 (UUID version 7)
 */
export function newId(kind: IdKind, nowMs: number, random: RandomBytes): string {
  return `${ID_PREFIXES[kind]}_${uuidV7(nowMs, random)}`;
}

function uuidV7(nowMs: number, random: RandomBytes): string {
  const bytes = new Uint8Array(16);
  bytes.set(random(10), 6);
  for (let index = 0; index < 6; index += 1) {
    bytes[index] = Math.floor(nowMs / 2 ** (8 * (5 - index))) % 256;
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
