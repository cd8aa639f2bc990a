import { hash } from 'node:crypto';
import { joinId } from '@laurel/contracts';
import { Long } from 'mongodb';

/**
 * 64 bits that stand for an event in the index of the pages: the first half of its id, the second half of its id and player. A
 * bare id is thus a range of keys. Different events may share a key, so whoever looks one up compares the ids themselves.
 */
export const eventKey = (workspace: string, eventId: string, playerId: string): Long =>
  Long.fromBits(halfOf(joinId(workspace, eventId, playerId)), halfOf(joinId(workspace, eventId)));

/** The keys of all events that have this id, whosever they are: first and last, both included. */
export function keysOfEventId(workspace: string, eventId: string): readonly [Long, Long] {
  const high = halfOf(joinId(workspace, eventId));
  return [Long.fromBits(0, high), Long.fromBits(-1, high)];
}

/** 64 bits that stand for a player in the index of the pages. */
export function playerKey64(workspace: string, playerId: string): Long {
  const digest = hash('sha1', joinId(workspace, playerId), 'buffer');
  return Long.fromBits(digest.readInt32BE(0), digest.readInt32BE(4));
}

/** From a cryptographic hash, so that nobody can choose ids that all share a key and make every look-up read every page. */
const halfOf = (text: string): number => hash('sha1', text, 'buffer').readInt32BE(0);
