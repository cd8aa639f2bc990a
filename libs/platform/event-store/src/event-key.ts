import { hash } from 'node:crypto';
import { SEPARATOR } from '@laurel/contracts';
import { Long } from 'mongodb';

/**
 * 64 bits that stand for an event in the index of the pages. The upper half comes from its id alone, so that a bare id is a range
 * of keys; the lower half from the whole identity. Different events may share a key: whoever looks one up compares the ids too.
 *
 * The lower half is of a cryptographic hash, so that nobody can choose ids that all share a key and make every look-up read
 * every page.
 */
export function eventKey(workspace: string, eventId: string, playerId: string): Long {
  const id = workspace + SEPARATOR + eventId;
  return Long.fromBits(hash('sha1', id + SEPARATOR + playerId, 'buffer').readInt32BE(0), spread(id));
}

/** The keys of all events that have this id, whosever they are: first and last, both included. */
export function keysOfEventId(workspace: string, eventId: string): readonly [Long, Long] {
  const high = spread(workspace + SEPARATOR + eventId);
  return [Long.fromBits(0, high), Long.fromBits(-1, high)];
}

/** 64 bits that stand for a player in the index of the pages. */
export const playerKey64 = (workspace: string, playerId: string): Long =>
  Long.fromBits(spread(workspace + SEPARATOR + playerId), spread(playerId));

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** 32-bit FNV-1a over UTF-16 code units: http://www.isthe.com/chongo/tech/comp/fnv/ */
function spread(text: string): number {
  let value = FNV_OFFSET;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), FNV_PRIME);
  }
  return value;
}
