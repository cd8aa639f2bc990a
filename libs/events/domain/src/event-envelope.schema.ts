import { EVENT_TYPE_PATTERN } from '@laurel/kernel';

/**
 * Control characters (category Cc) separate the parts of composite ids; lone surrogates (Cs) have no UTF-8. As ranges: who reads
 * our OpenAPI documents may have regular expressions without categories.
 */
export const CUSTOMER_ID_PATTERN = '^[^\\u0000-\\u001f\\u007f-\\u009f\\ud800-\\udfff]*$';

/** An id that customers choose: 1 to 128 characters. */
const customerIdSchema = { type: 'string', minLength: 1, maxLength: 128, pattern: CUSTOMER_ID_PATTERN };

/** The envelope of an event, as JSON Schema: what the gateway compiles and what OpenAPI shows. */
export const eventEnvelopeSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'playerId'],
  properties: {
    eventId: {
      ...customerIdSchema,
      description:
        'Identity of the event for its player: sent again, it has no further effect. Minted when absent. `laurel.` is reserved.',
      example: 'match-2014-08-16-arsenal',
    },
    type: {
      type: 'string',
      minLength: 1,
      maxLength: 64,
      pattern: EVENT_TYPE_PATTERN,
      description: 'snake_case, in dotted parts. `laurel.` is reserved.',
      example: 'match_played',
    },
    playerId: { ...customerIdSchema, description: 'Your own id of the player.', example: 'arsenal' },
    occurredAt: {
      type: 'string',
      maxLength: 64,
      description:
        'When it happened, RFC 3339 with an offset. Default: when it arrived. Up to 5 minutes ahead becomes now; more is refused.',
      example: '2014-08-16T16:30:00Z',
    },
    properties: {
      type: 'object',
      description: 'What rules can read: at most 32 KB as JSON, 8 levels deep.',
      example: { goalsFor: 2, goalsAgainst: 1 },
    },
  },
};
