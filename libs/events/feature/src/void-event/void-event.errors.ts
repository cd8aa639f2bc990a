import { defineError } from '@laurel/kernel';

export const voidEventErrors = {
  nothingToVoid: defineError('events.nothing_to_void', 'conflict', 'The event has no effects to take back'),
  playerMerged: defineError('events.player_merged', 'conflict', 'The player of the event was merged into another one'),
} as const;
