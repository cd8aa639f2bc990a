import { defineError } from '@laurel/kernel';

export const quarantineErrors = {
  notHeldBack: defineError('events.not_held_back', 'conflict', 'The event does not wait for a review'),
} as const;
