import { hash } from 'node:crypto';
import type { EventFilter, ListPosition } from './event-listing.js';

/** Bytes of SHA-256 in front of the content. */
const SEAL_BYTES = 9;
export const LONGEST_CURSOR = 256;

/**
 * Writes a cursor: the place of a record, sealed with the list it belongs to. The seal is a plain hash, no secret: it makes a
 * cursor of another list or a damaged one an error instead of a wrong page. Who forges one sees records that they may read.
 */
export function encodeListCursor(filter: EventFilter, position: ListPosition): string {
  const { decidedAt, epoch, partition, offset } = position;
  const content = Buffer.from(JSON.stringify([decidedAt, epoch, partition, offset]));
  return Buffer.concat([seal(filter, content), content]).toString('base64url');
}

/** A cursor of this list; undefined for anything else. */
export function decodeListCursor(filter: EventFilter, cursor: string): ListPosition | undefined {
  const bytes = cursor.length <= LONGEST_CURSOR ? Buffer.from(cursor, 'base64url') : Buffer.alloc(0);
  const content = bytes.subarray(SEAL_BYTES);
  // The decoder skips characters that are not base64url, so the text must also be the one that we would write.
  const isOurs = bytes.toString('base64url') === cursor && seal(filter, content).equals(bytes.subarray(0, SEAL_BYTES));
  return isOurs ? parseContent(content.toString('utf8')) : undefined;
}

/** Of the filters as they are asked for: the same question in other words (another `limit`) is the same list. */
function seal({ workspace, playerId, type, status, from, to }: EventFilter, content: Buffer): Buffer {
  const list = JSON.stringify(['events', workspace, playerId, type, status, from, to]);
  return hash('sha256', Buffer.concat([Buffer.from(list), content]), 'buffer').subarray(0, SEAL_BYTES);
}

function parseContent(text: string): ListPosition | undefined {
  const numbers = parseNumbers(text);
  const [decidedAt, epoch, partition, offset] = numbers;
  return decidedAt === undefined || epoch === undefined || partition === undefined || offset === undefined
    ? undefined
    : { decidedAt, epoch, partition, offset };
}

function parseNumbers(text: string): readonly number[] {
  try {
    const content: unknown = JSON.parse(text);
    return Array.isArray(content) && content.every(Number.isSafeInteger) ? (content as number[]) : [];
  } catch {
    return [];
  }
}
