import { eventEnvelopeSchema } from '@laurel/events-domain';
import type { ApiOperationOptions, ApiResponseOptions, SchemaObject } from '@nestjs/swagger';
import { acceptedSchema, fieldProblemsSchema } from '../accept-event/accept-event.openapi.js';
import { cloudEventSchema } from '../cloud-events/cloud-event.openapi.js';
import { CLOUD_EVENTS_BATCH_TYPE, JSON_TYPE, NDJSON_TYPE } from '../request-body/media-type.js';
import { MAX_BATCH_EVENTS } from './batch-items.js';

/** The body is read as bytes, so its documentation is written by hand: the schema is the one that is compiled. */
export const ACCEPT_BATCH: ApiOperationOptions = {
  summary: 'Send many events',
  description:
    'Up to 1,000 events or 1 MiB, before and after `content-encoding: gzip`. Each event is answered in its place; one that ' +
    'is refused does not touch the others. 503 means that none may be counted on: send all again with the same ids.',
  requestBody: {
    required: true,
    content: {
      [JSON_TYPE]: { schema: { type: 'array', minItems: 1, maxItems: MAX_BATCH_EVENTS, items: eventEnvelopeSchema } },
      [CLOUD_EVENTS_BATCH_TYPE]: {
        schema: { type: 'array', minItems: 1, maxItems: MAX_BATCH_EVENTS, items: cloudEventSchema },
      },
      [NDJSON_TYPE]: { schema: { type: 'string', description: 'One event per line.' } },
    },
  },
};

const rejectedSchema: SchemaObject = {
  type: 'object',
  required: ['status', 'code', 'detail', 'errors'],
  properties: {
    status: { type: 'string', enum: ['rejected'] },
    code: { type: 'string', example: 'events.invalid' },
    detail: { type: 'string' },
    errors: fieldProblemsSchema,
    retryAfterSeconds: {
      type: 'integer',
      minimum: 1,
      description: 'Given where the same event may be taken later: `events.player_rate_limited`.',
    },
  },
};

export const BATCH_ANSWERED: ApiResponseOptions = {
  description: 'What became of each event, in the order of the batch.',
  content: {
    [JSON_TYPE]: {
      schema: {
        type: 'object',
        required: ['accepted', 'rejected', 'results'],
        properties: {
          accepted: { type: 'integer', minimum: 0 },
          rejected: { type: 'integer', minimum: 0 },
          results: { type: 'array', items: { oneOf: [acceptedSchema, rejectedSchema] } },
        },
      },
    },
  },
};
