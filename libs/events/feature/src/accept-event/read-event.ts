import { type DomainError, type Result, ok } from '@laurel/kernel';
import type { FastifyRequest } from 'fastify';
import { fromBinaryMode, isBinaryMode } from '../cloud-events/binary-mode.js';
import { CLOUD_EVENT } from '../cloud-events/cloud-event.js';
import type { EventForm } from '../event-log/event-form.js';
import { decodeBody } from '../request-body/decode-body.js';
import { CLOUD_EVENT_TYPE, JSON_TYPE, readMediaType } from '../request-body/media-type.js';
import { parseJson } from '../request-body/parse-json.js';

/** One event as it came, and the form that it has, if not Laurel's own. */
export interface EventRequest {
  readonly input: unknown;
  readonly form?: EventForm;
}

/** Reads a request that carries one event. Errors: `events.unsupported_body`, `events.malformed`, `events.too_large`. */
export async function readEvent({
  headers,
  body,
}: Pick<FastifyRequest<{ Body: Buffer | undefined }>, 'headers' | 'body'>): Promise<Result<EventRequest, DomainError>> {
  const isBinary = isBinaryMode(headers);
  // In binary mode an event without data has no body, and none has a type.
  if (isBinary && !body?.length) return ok({ input: fromBinaryMode(headers, undefined), form: CLOUD_EVENT });
  const type = readMediaType(headers['content-type'], isBinary ? [JSON_TYPE] : [JSON_TYPE, CLOUD_EVENT_TYPE]);
  if (!type.ok) return type;
  const text = await decodeBody(body, headers['content-encoding']);
  if (!text.ok) return text;
  const parsed = parseJson(text.value);
  if (!parsed.ok) return parsed;
  if (isBinary) return ok({ input: fromBinaryMode(headers, parsed.value), form: CLOUD_EVENT });
  return ok(type.value === CLOUD_EVENT_TYPE ? { input: parsed.value, form: CLOUD_EVENT } : { input: parsed.value });
}
