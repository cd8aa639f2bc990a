import { defineError } from '@laurel/kernel';

export const liveTopicErrors = {
  invalidFeed: defineError('live.invalid_feed', 'invalid', 'The feed cannot be shown like that'),
} as const;
