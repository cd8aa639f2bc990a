import { defineError } from '@laurel/kernel';

export const listEventsErrors = {
  invalidCursor: defineError('events.invalid_cursor', 'malformed', 'The cursor is not one of this list'),
} as const;
