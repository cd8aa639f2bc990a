import { openCursor, sealCursor } from '../cursors/sealed-cursor.js';
import type { QuarantineFilter, WaitingPlace } from './quarantine.store.js';

/** Two ids, of the longest and strangest characters. */
export const LONGEST_CURSOR = 2_048;

/** Writes a cursor: the place of an event that waits. */
export const encodeWaitingCursor = (filter: QuarantineFilter, { heldAt, eventId, playerId }: WaitingPlace): string =>
  sealCursor(listOf(filter), [heldAt, eventId, playerId]);

/** The place that a cursor of this list names; undefined for anything else. */
export function decodeWaitingCursor(filter: QuarantineFilter, cursor: string): WaitingPlace | undefined {
  const [heldAt, eventId, playerId] = cursor.length <= LONGEST_CURSOR ? openCursor(listOf(filter), cursor) : [];
  return typeof heldAt === 'number' && typeof eventId === 'string' && typeof playerId === 'string'
    ? { heldAt, eventId, playerId }
    : undefined;
}

const listOf = ({ workspace, playerId, type, stat }: QuarantineFilter): readonly unknown[] => [
  'quarantine',
  ...[workspace, playerId, type, stat],
];
