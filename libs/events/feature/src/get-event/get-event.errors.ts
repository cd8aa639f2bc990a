import { defineError } from '@laurel/kernel';

export const getEventErrors = {
  notFound: defineError('events.not_found', 'not_found', 'There is no such event'),
  ambiguousId: defineError('events.ambiguous_id', 'conflict', 'Several players have an event of this id'),
} as const;
