import { hash } from 'node:crypto';

/** Bytes of SHA-256 in front of the content. */
const SEAL_BYTES = 9;

/**
 * Writes a cursor: a place, as JSON, sealed with the list it belongs to. The seal is a plain hash, no secret: it makes a cursor of
 * another list or a damaged one an error instead of a wrong page. Who forges one sees what they may read.
 */
export function sealCursor(list: readonly unknown[], place: readonly unknown[]): string {
  const content = Buffer.from(JSON.stringify(place));
  return Buffer.concat([sealOf(list, content), content]).toString('base64url');
}

/** The place in a cursor of this list; empty for anything else. */
export function openCursor(list: readonly unknown[], cursor: string): readonly unknown[] {
  const bytes = Buffer.from(cursor, 'base64url');
  const content = bytes.subarray(SEAL_BYTES);
  // The decoder skips characters that are not base64url, so the text must also be the one that we would write.
  const isOurs = bytes.toString('base64url') === cursor && sealOf(list, content).equals(bytes.subarray(0, SEAL_BYTES));
  return isOurs ? parse(content.toString('utf8')) : [];
}

function sealOf(list: readonly unknown[], content: Buffer): Buffer {
  const sealed = Buffer.concat([Buffer.from(JSON.stringify(list)), content]);
  return hash('sha256', sealed, 'buffer').subarray(0, SEAL_BYTES);
}

function parse(text: string): readonly unknown[] {
  try {
    const content: unknown = JSON.parse(text);
    return Array.isArray(content) ? content : [];
  } catch {
    return [];
  }
}
