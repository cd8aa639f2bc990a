import { defineError } from '@laurel/kernel';

export const kafkaErrors = {
  unavailable: defineError('kafka.unavailable', 'unavailable', 'The event log can not be written now'),
};
