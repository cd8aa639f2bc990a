/** Every id Laurel mints starts with one of these; secrets (`lrl_…`) have their own prefixes in `tenancy`. */
export const ID_PREFIXES = {
  workspace: 'ws',
  event: 'evt',
  key: 'key',
  request: 'req',
  message: 'msg',
  revision: 'rev',
  audit: 'aud',
  operator: 'op',
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

/** Two hex digits of each byte: an id is minted per request, and formatting digit by digit would be a tenth of its cost. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function uuidV7(nowMs: number, random: RandomBytes): string {
  const bytes = random(10);
  const hex = (index: number, keep = 0xff, set = 0): string => HEX[((bytes[index] ?? 0) & keep) | set] ?? '';
  const time = nowMs.toString(16).padStart(12, '0').slice(-12);
  const version = `${hex(0, 0x0f, 0x70)}${hex(1)}`;
  const variant = `${hex(2, 0x3f, 0x80)}${hex(3)}`;
  const node = `${hex(4)}${hex(5)}${hex(6)}${hex(7)}${hex(8)}${hex(9)}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${node}`;
}
