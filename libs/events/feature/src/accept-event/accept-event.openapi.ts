import { eventEnvelopeSchema } from '@laurel/events-domain';
import type { ApiHeaderOptions, ApiOperationOptions, ApiResponseOptions, SchemaObject } from '@nestjs/swagger';
import { cloudEventSchema } from '../cloud-events/cloud-event.openapi.js';
import { CLOUD_EVENT_TYPE, JSON_TYPE } from '../request-body/media-type.js';

/** The body is read as bytes, so its documentation is written by hand: the schema is the one that is compiled. */
export const ACCEPT_EVENT: ApiOperationOptions = {
  summary: 'Send one event',
  description:
    'Answered once the event log has the event on every in-sync replica. `content-encoding: gzip` is welcome. CloudEvents 1.0 ' +
    'come in structured or in binary mode (`ce-…` headers, the data as JSON): `source` and `id` become the event’s id, `subject` its ' +
    'player. Player tokens send types that the program opens to clients, for their own player.',
  requestBody: {
    required: true,
    content: {
      [JSON_TYPE]: { schema: eventEnvelopeSchema },
      [CLOUD_EVENT_TYPE]: { schema: cloudEventSchema },
    },
  },
};

export const IDEMPOTENCY_KEY_HEADER: ApiHeaderOptions = {
  name: 'Idempotency-Key',
  description: 'Another place to say `eventId`. Not read with CloudEvents, which have an identity of their own.',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 128 },
};

const receiptSchema: SchemaObject = {
  type: 'object',
  required: ['partition', 'offset'],
  description: 'Where the event log put it.',
  properties: {
    partition: { type: 'integer', minimum: 0, example: 3 },
    offset: { type: 'integer', minimum: 0, example: 1042 },
  },
};

/** What is wrong with an event, by place and rule. */
export const fieldProblemsSchema = {
  type: 'array' as const,
  items: {
    type: 'object',
    required: ['path', 'rule', 'message'],
    properties: { path: { type: 'string' }, rule: { type: 'string' }, message: { type: 'string' } },
  },
};

export const warningsSchema = {
  ...fieldProblemsSchema,
  description: 'What breaks the schema of the type, where its `validation` is `warn`: the event is taken all the same.',
};

export const acceptedSchema: SchemaObject = {
  type: 'object',
  required: ['eventId', 'status', 'receipt'],
  properties: {
    eventId: { type: 'string', example: 'match-2014-08-16-arsenal' },
    status: { type: 'string', enum: ['accepted'] },
    receipt: receiptSchema,
    warnings: warningsSchema,
  },
};

export const EVENT_ACCEPTED: ApiResponseOptions = {
  description: 'The event is in the log and will be processed.',
  content: { [JSON_TYPE]: { schema: acceptedSchema } },
};
