import { openCursor, sealCursor } from '../cursors/sealed-cursor.js';
import type { EventFilter, ListPosition } from './event-listing.js';

export const LONGEST_CURSOR = 256;

/** Writes a cursor: the place of a record in a list. */
export function encodeListCursor(filter: EventFilter, position: ListPosition): string {
  const { decidedAt, epoch, partition, offset } = position;
  return sealCursor(listOf(filter), [decidedAt, epoch, partition, offset]);
}

/** The place that a cursor of this list names; undefined for anything else. */
export function decodeListCursor(filter: EventFilter, cursor: string): ListPosition | undefined {
  const place = cursor.length <= LONGEST_CURSOR ? openCursor(listOf(filter), cursor) : [];
  if (!place.every(isInteger)) return undefined;
  const [decidedAt, epoch, partition, offset] = place;
  return decidedAt === undefined || epoch === undefined || partition === undefined || offset === undefined
    ? undefined
    : { decidedAt, epoch, partition, offset };
}

const isInteger = (value: unknown): value is number => Number.isSafeInteger(value);

/** The filters as they are asked for: the same question in other words (another `limit`) is the same list. */
const listOf = ({ workspace, playerId, type, status, from, to }: EventFilter): readonly unknown[] => [
  'events',
  ...[workspace, playerId, type, status, from, to],
];
