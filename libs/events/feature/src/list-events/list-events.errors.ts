import { defineError } from '@laurel/kernel';

export const listEventsErrors = {
  invalidCursor: defineError('events.invalid_cursor', 'malformed', 'The cursor is not one of this list'),
} as const;

/** A cursor of another list, or none at all. */
export const FOREIGN_CURSOR = listEventsErrors.invalidCursor(
  'Use a cursor as given, with the filters of the list that gave it.',
  { errors: [{ path: '/cursor', rule: 'cursor', message: 'must be a `next` of a list with the same filters' }] },
);
