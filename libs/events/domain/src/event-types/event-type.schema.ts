import { EVENT_TYPE_PATTERN } from '@laurel/kernel';
import { VALIDATIONS } from './event-type.js';

/** JSON Schema (draft 7) of an event type as an operator writes it. Its own `schema` is checked by `check-event-type.ts`. */
export const eventTypeSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['key'],
  properties: {
    key: { type: 'string', pattern: EVENT_TYPE_PATTERN },
    clients: { type: 'boolean' },
    schema: { type: 'object' },
    validation: { enum: [...VALIDATIONS] },
  },
};
