import { defineError } from '@laurel/kernel';

export const deadLetterErrors = {
  notFound: defineError('events.dead_letter_not_found', 'not_found', 'There is no such dead letter'),
  notReplayable: defineError('events.not_replayable', 'conflict', 'The message can not be sent again'),
} as const;
