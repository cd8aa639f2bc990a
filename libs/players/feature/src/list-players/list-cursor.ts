import { hash } from 'node:crypto';
import type { ListPlace, PlayerFilter } from './player-listing.js';

/** A list that cursors belong to: filtered players, or those of a segment. */
export type SealedList = PlayerFilter & { readonly segment?: string };

/** Bytes of SHA-256 in front of the content. */
const SEAL_BYTES = 9;
export const LONGEST_CURSOR = 2_048;

/**
 * Writes a cursor: the place of a player, sealed with the list it belongs to. The seal is a plain hash, no secret: it makes a
 * cursor of another list or a damaged one an error instead of a wrong page. Who forges one sees players that they may read.
 */
export function encodeListCursor(filter: SealedList, { section, playerId, nameKey }: ListPlace): string {
  const content = Buffer.from(JSON.stringify([section, playerId, nameKey]));
  return Buffer.concat([seal(filter, content), content]).toString('base64url');
}

/** The place that a cursor of this list names; undefined for anything else. */
export function decodeListCursor(filter: SealedList, cursor: string): ListPlace | undefined {
  const bytes = cursor.length <= LONGEST_CURSOR ? Buffer.from(cursor, 'base64url') : Buffer.alloc(0);
  const content = bytes.subarray(SEAL_BYTES);
  // The decoder skips characters that are not base64url, so the text must also be the one that we would write.
  const isOurs = bytes.toString('base64url') === cursor && seal(filter, content).equals(bytes.subarray(0, SEAL_BYTES));
  return isOurs ? parseContent(content.toString('utf8')) : undefined;
}

function seal({ workspace, prefix, status, attributes, segment }: SealedList, content: Buffer): Buffer {
  const list = JSON.stringify([
    'players',
    workspace,
    prefix,
    status,
    [...attributes].sort(),
    ...(segment === undefined ? [] : [segment]),
  ]);
  return hash('sha256', Buffer.concat([Buffer.from(list), content]), 'buffer').subarray(0, SEAL_BYTES);
}

function parseContent(text: string): ListPlace | undefined {
  try {
    const [section, playerId, nameKey] = JSON.parse(text) as readonly unknown[];
    return (section === 'ids' || section === 'names') && typeof playerId === 'string' && typeof nameKey === 'string'
      ? { section, playerId, nameKey }
      : undefined;
  } catch {
    return undefined;
  }
}
