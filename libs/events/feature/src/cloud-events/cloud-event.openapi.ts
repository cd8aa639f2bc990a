import type { SchemaObject } from '@nestjs/swagger';

/** A CloudEvent 1.0 in the JSON format, as far as it is read. */
export const cloudEventSchema: SchemaObject = {
  type: 'object',
  required: ['specversion', 'id', 'source', 'type', 'subject'],
  properties: {
    specversion: { type: 'string', enum: ['1.0'] },
    id: { type: 'string', minLength: 1, description: 'Unique for its source.', example: '2014-08-16-arsenal' },
    source: { type: 'string', minLength: 1, description: 'URI reference.', example: '/matches' },
    type: { type: 'string', maxLength: 64, description: 'As of any event.', example: 'match_played' },
    subject: { type: 'string', minLength: 1, maxLength: 128, description: 'The player.', example: 'arsenal' },
    time: { type: 'string', description: 'As `occurredAt`.', example: '2014-08-16T16:30:00Z' },
    datacontenttype: { type: 'string', description: 'JSON, if anything.', example: 'application/json' },
    data: { type: 'object', description: 'As `properties`.', example: { goalsFor: 2, goalsAgainst: 1 } },
  },
  additionalProperties: {
    description: 'Extensions: let through, and not kept.',
  },
};
