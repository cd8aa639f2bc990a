import { defineError } from '@laurel/kernel';

export const kafkaErrors = {
  unavailable: defineError('kafka.unavailable', 'unavailable', 'The event log can not be written now'),
  topicMismatch: defineError('kafka.topic_mismatch', 'internal', 'The events topic is not set up as Laurel needs it'),
};
