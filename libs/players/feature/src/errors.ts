import { defineError } from '@laurel/kernel';

export const playerErrors = {
  notFound: defineError('players.not_found', 'not_found', 'There is no such player'),
} as const;
