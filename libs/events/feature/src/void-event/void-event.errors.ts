import { defineError } from '@laurel/kernel';

export const voidEventErrors = {
  nothingToVoid: defineError('events.nothing_to_void', 'conflict', 'The event has no effects to take back'),
} as const;
